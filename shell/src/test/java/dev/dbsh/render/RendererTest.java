package dev.dbsh.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.report.Column;
import dev.dbsh.report.Ending;
import dev.dbsh.report.Failure;
import dev.dbsh.report.LongText;
import dev.dbsh.report.Meaning;
import dev.dbsh.report.Outcome;
import dev.dbsh.report.Report;
import dev.dbsh.report.Section;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RendererTest {
    private static final Report<Object[]> SEQUENCES = Report.of(
                    List.of(text("sequence", 0), text("feeds", 1), number("next", 2), number("stored", 3)),
                    List.of(
                            new Object[] {"public.\"Order Lines_id_seq\"", List.of("public.\"Order Lines\".id"), 2L, 1L
                            },
                            new Object[] {"public.orders_id_seq", List.of("a.b.c", "a.d.e"), 1042L, 1187L},
                            new Object[] {"public.refunds_id_seq", List.of(), 1L, null}),
                    Outcome.FINDINGS,
                    "1 of 3 sequences behind")
            .withHint("sequences fix --all");

    private static final Report<Object[]> STRANGE = Report.ok(
            List.of(text("a\u001bb", 0), number("n", 1)),
            List.of(
                    new Object[] {"two\nlines\tand a tab", 1L},
                    new Object[] {"\u001b[31mred\u202e", 20L},
                    new Object[] {"-", null},
                    new Object[] {"", 300L},
                    new Object[] {"日本語", 4L},
                    new Object[] {"a,b \"c\" | \\ <b> *x* snake_case _u_", 5L}),
            "6 rows");

    private static Column<Object[]> text(String key, int index) {
        return Column.text(key, row -> row[index]);
    }

    private static Column<Object[]> number(String key, int index) {
        return Column.number(key, row -> row[index]);
    }

    static String rendered(Renderer renderer, Report<?> report) throws IOException {
        StringBuilder out = new StringBuilder();
        renderer.write("sequences check", report, Duration.ofMillis(12), out);
        return out.toString();
    }

    private static String rendered(Format format, Integer width, Report<?> report) throws IOException {
        return rendered(Renderers.of(format, width, Palette.PLAIN), report);
    }

    @Test
    void tableAlignsAndEndsInVerdictAndHint() throws IOException {
        assertThat(rendered(Format.TABLE, null, SEQUENCES)).isEqualTo("""
                        sequence                     feeds                    next  stored
                        public."Order Lines_id_seq"  public."Order Lines".id     2       1
                        public.orders_id_seq         a.b.c, a.d.e             1042    1187
                        public.refunds_id_seq                                    1       -

                        1 of 3 sequences behind
                        try: sequences fix --all
                        """);
    }

    @Test
    void tableShowsWhatIsHiddenAndTellsDashFromNull() throws IOException {
        assertThat(rendered(Format.TABLE, 80, STRANGE)).isEqualTo("""
                        a\\x1bb                                n
                        two\\nlines\\tand a tab                 1
                        \\x1b[31mred\\u202e                    20
                        "-"                                   -
                                                            300
                        日本語                                4
                        a,b "c" | \\ <b> *x* snake_case _u_    5

                        6 rows
                        """);
    }

    @Test
    void tableLeavesOutWhatItCanSpareAndSaysSo() throws IOException {
        Report<Object[]> spared = Report.ok(
                List.of(
                        text("pid", 0),
                        text("mode", 1).asSpare(),
                        text("query", 2).asSpare(),
                        number("frees", 3),
                        text("note", 4).asSpare()),
                List.<Object[]>of(new Object[] {"320", "ShareLock", "update stock set x", 4L, "many"}),
                "1 row");
        assertThat(rendered(Format.TABLE, 47, spared)).isEqualTo("""
                pid  mode       query               frees  note
                320  ShareLock  update stock set x      4  many

                1 row
                """);
        assertThat(rendered(Format.TABLE, 46, spared)).isEqualTo("""
                pid  mode       frees  note
                320  ShareLock      4  many
                (no room for query; format vertical shows all)

                1 row
                """);
        assertThat(rendered(Format.TABLE, 17, spared)).isEqualTo("""
                pid  frees  note
                320      4  many
                (no room for mode, query; format vertical shows all)

                1 row
                """);
        assertThat(rendered(Format.TABLE, 10, spared)).isEqualTo("""
                pid  frees
                320      4
                (no room for mode, query, note; format vertical shows all)

                1 row
                """);
        assertThat(rendered(Format.TABLE, 9, spared)).startsWith("-[ 1 ]-").contains("query | update stock set x\n");
        assertThat(rendered(Format.TABLE, null, spared)).contains("note");
    }

    @Test
    void columnLeftOutComesBackWhereAnotherOneLeftRoom() throws IOException {
        Report<Object[]> spared = Report.ok(
                List.of(text("a", 0), text("b", 1).asSpare(), text("c", 2)),
                List.<Object[]>of(new Object[] {"x".repeat(10), "y".repeat(8), "z"}),
                "1 row");
        Report<Object[]> both = Report.ok(
                List.of(text("a", 0), text("b", 1).asSpare(), text("c", 2).asSpare()),
                List.<Object[]>of(new Object[] {"x".repeat(10), "y".repeat(8), "z".repeat(9)}),
                "1 row");
        assertThat(rendered(Format.TABLE, 20, spared)).startsWith("a           c\n");
        assertThat(rendered(Format.TABLE, 20, both)).startsWith("a           b\n");
    }

    @Test
    void tableWiderThanTheTerminalBecomesRecords() throws IOException {
        String records = """
                -[ 1 ]-----
                sequence | public."Order Lines_id_seq"
                feeds    | public."Order Lines".id
                next     | 2
                stored   | 1
                -[ 2 ]-----
                sequence | public.orders_id_seq
                feeds    | a.b.c, a.d.e
                next     | 1042
                stored   | 1187
                -[ 3 ]-----
                sequence | public.refunds_id_seq
                feeds    |
                next     | 1
                stored   | -

                1 of 3 sequences behind
                try: sequences fix --all
                """;

        assertThat(rendered(Format.TABLE, 65, SEQUENCES)).isEqualTo(records);
        assertThat(rendered(Format.TABLE, 66, SEQUENCES)).startsWith("sequence  ");
        assertThat(rendered(Format.TABLE, 0, SEQUENCES)).startsWith("sequence  ");
        assertThat(rendered(Format.VERTICAL, null, SEQUENCES)).isEqualTo(records);
    }

    @Test
    void recordsKeepTheLinesOfAValueBehindTheBar() throws IOException {
        Report<Object[]> report = Report.ok(
                List.of(text("pid", 0), text("query", 1)),
                List.<Object[]>of(new Object[] {17L, "select *\n\tfrom t\n\n-[ 2 ]-\nx\tend\u001b"}),
                "");

        assertThat(rendered(Format.VERTICAL, 80, report)).isEqualTo("""
                        -[ 1 ]--
                        pid   | 17
                        query | select *
                              |         from t
                              |
                              | -[ 2 ]-
                              | x       end\\x1b
                        """);
    }

    @Test
    void jsonIsOneObjectOnOneLine() throws IOException {
        assertThat(rendered(Format.JSON, null, SEQUENCES))
                .isEqualTo("{\"command\":\"sequences check\",\"columns\":[\"sequence\",\"feeds\",\"next\",\"stored\"],"
                        + "\"rows\":[{\"sequence\":\"public.\\\"Order Lines_id_seq\\\"\","
                        + "\"feeds\":[\"public.\\\"Order Lines\\\".id\"],\"next\":2,\"stored\":1},"
                        + "{\"sequence\":\"public.orders_id_seq\",\"feeds\":[\"a.b.c\",\"a.d.e\"],"
                        + "\"next\":1042,\"stored\":1187},"
                        + "{\"sequence\":\"public.refunds_id_seq\",\"feeds\":[],\"next\":1,\"stored\":null}],"
                        + "\"outcome\":\"findings\",\"verdict\":\"1 of 3 sequences behind\","
                        + "\"hints\":[\"sequences fix --all\"],\"elapsed_ms\":12}\n");
    }

    @Test
    void jsonWritesEachClassOfValueAsPublished() throws IOException {
        Object[] row = {
            9007199254740992L, // exact
            9007199254740993L,
            Long.MIN_VALUE,
            7,
            new BigDecimal("1.50"),
            Double.NaN,
            0.25,
            true,
            Instant.parse("2026-11-21T13:50:00Z"),
            Duration.ofMillis(90_500),
            Arrays.asList("a", null, 1L),
            Map.of("orders", "AccessShareLock"),
            "<&'=\u0085\u200d\u202e\ud83d\udd11\udb40\udc41\ud800"
        };
        List<Column<Object[]>> columns = new ArrayList<>();
        for (int i = 0; i < row.length; i++) {
            columns.add(text("c" + i, i));
        }

        assertThat(rendered(Format.JSON, null, Report.ok(columns, List.<Object[]>of(row), "")))
                .contains("\"rows\":[{\"c0\":9007199254740992,\"c1\":\"9007199254740993\","
                        + "\"c2\":\"-9223372036854775808\",\"c3\":7,\"c4\":\"1.50\",\"c5\":\"NaN\",\"c6\":0.25,"
                        + "\"c7\":true,\"c8\":\"2026-11-21T13:50:00Z\",\"c9\":90.5,\"c10\":[\"a\",null,1],"
                        + "\"c11\":{\"orders\":\"AccessShareLock\"},"
                        + "\"c12\":\"<&'=\\u0085\\u200d\\u202e\ud83d\udd11\\udb40\\udc41\\ud800\"}]");
    }

    @Test
    void jsonKeepsColumnsOfTheSameName() throws IOException {
        Report<Object[]> report = Report.ok(
                List.of(text("a", 0), text("a", 1), text("a_2", 2), text("a", 3)),
                List.<Object[]>of(new Object[] {1, 2, 3, 4}),
                "");

        assertThat(rendered(Format.JSON, null, report))
                .contains("\"columns\":[\"a\",\"a_3\",\"a_2\",\"a_4\"]")
                .contains("{\"a\":1,\"a_3\":2,\"a_2\":3,\"a_4\":4}");
    }

    @Test
    void jsonTellsWhyItFailed() throws IOException {
        Failure failure = new Failure("42P01", "relation \"x\" does not exist", null, "look", 15, null);
        Report<Void> report = new Report<>(List.of(), List.of(), Ending.failed(failure));

        assertThat(rendered(Format.JSON, null, report))
                .isEqualTo("{\"command\":\"sequences check\",\"columns\":[],\"rows\":[],\"outcome\":\"failed\","
                        + "\"verdict\":\"relation \\\"x\\\" does not exist\",\"hints\":[],"
                        + "\"error\":{\"sqlstate\":\"42P01\",\"message\":\"relation \\\"x\\\" does not exist\","
                        + "\"detail\":null,\"hint\":\"look\",\"position\":15,\"where\":null},\"elapsed_ms\":12}\n");
    }

    @Test
    void csvToAPipeIsFaithful() throws IOException {
        assertThat(rendered(Format.CSV, null, STRANGE))
                .isEqualTo("a\u001bb,n\r\n\"two\nlines\tand a tab\",1\r\n\u001b[31mred\u202e,20\r\n-,\r\n\"\",300\r\n"
                        + "日本語,4\r\n\"a,b \"\"c\"\" | \\ <b> *x* snake_case _u_\",5\r\n");
    }

    @Test
    void csvToATerminalIsVisible() throws IOException {
        assertThat(rendered(Format.CSV, 80, STRANGE))
                .startsWith("a\\x1bb,n\ntwo\\nlines\\tand a tab,1\n\\x1b[31mred\\u202e,20\n-,\n\"\",300\n");
    }

    @Test
    void csvHasAHeaderWithoutRowsAndMachineDurations() throws IOException {
        List<Column<Object[]>> columns = List.of(text("of", 0), number("age_seconds", 1));
        Report<Object[]> report =
                Report.ok(columns, List.<Object[]>of(new Object[] {List.of("a", "b"), Duration.ofHours(2)}), "");

        assertThat(rendered(Format.CSV, null, report)).isEqualTo("of,age_seconds\r\n\"a,b\",7200\r\n");
        assertThat(rendered(Format.CSV, null, Report.ok(columns, List.of(), "none")))
                .isEqualTo("of,age_seconds\r\n");
        assertThat(rendered(Format.CSV, null, Report.said("done"))).isEmpty();
    }

    @Test
    void markdownKeepsDataText() throws IOException {
        assertThat(rendered(Format.MARKDOWN, null, STRANGE.withHint("describe `a`")))
                .isEqualTo("""
                        | a\\\\x1bb | n |
                        | --- | ---: |
                        | two<br>lines and a tab | 1 |
                        | \\\\x1b\\[31mred\\\\u202e | 20 |
                        | "-" | - |
                        |  | 300 |
                        | 日本語 | 4 |
                        | a,b "c" \\| \\\\ \\<b> \\*x\\* snake_case \\_u\\_ | 5 |

                        6 rows

                        try: `` describe `a` ``
                        """);
    }

    @Test
    void reportWithoutRowsIsItsVerdict() throws IOException {
        Report<Void> said = Report.said("nothing to do");

        for (Format format : List.of(Format.TABLE, Format.VERTICAL, Format.MARKDOWN)) {
            assertThat(rendered(format, 80, said)).isEqualTo("nothing to do\n");
        }
    }

    @Test
    void sectionsFollowUnderTheirKeys() throws IOException {
        Section<Object[]> indexes =
                new Section<>("indexes", List.of(text("name", 0)), List.<Object[]>of(new Object[] {"t_pkey"}));
        Section<Object[]> none = new Section<>("policies", List.of(text("name", 0)), List.of());
        Report<Object[]> report = Report.ok(
                        List.of(text("column", 0)), List.<Object[]>of(new Object[] {"id"}), "1 column")
                .withSection(indexes)
                .withSection(none);

        assertThat(rendered(Format.TABLE, 80, report)).isEqualTo("column\nid\n\nindexes\nname\nt_pkey\n\n1 column\n");
        assertThat(rendered(Format.MARKDOWN, 80, report))
                .isEqualTo("| column |\n| --- |\n| id |\n\n### indexes\n\n| name |\n| --- |\n| t_pkey |\n\n1 column\n");
        assertThat(rendered(Format.JSON, 80, report))
                .contains("\"hints\":[],\"indexes\":[{\"name\":\"t_pkey\"}],\"policies\":[],\"elapsed_ms\"");
    }

    @Test
    void failureIsLeftToStandardErrorUnlessTheVerdictSaysMore() throws IOException {
        Failure failure = Failure.of("permission denied");
        Ending plain = Ending.failed(failure).withHint("status");
        Ending more = new Ending(Outcome.FAILED, "1 of 2 moved", List.of(), List.of(), failure);

        assertThat(rendered(Format.TABLE, 80, new Report<>(List.of(), List.of(), plain)))
                .isEmpty();
        assertThat(rendered(Format.TABLE, 80, new Report<>(List.of(), List.of(), more)))
                .isEqualTo("1 of 2 moved\n");
    }

    @Test
    void coloursGoAroundTheTextAndNotIntoTheWidths() throws IOException {
        Column<Object[]> state = text("state", 0).meaning(row -> "behind".equals(row[0]) ? Meaning.BAD : Meaning.GOOD);
        Report<Object[]> report = Report.of(
                        List.of(state, number("stored", 1)),
                        List.of(new Object[] {"behind", 1187L}, new Object[] {"ok", null}),
                        Outcome.FINDINGS,
                        "1 behind")
                .withHint("sequences fix");

        assertThat(rendered(Renderers.of(Format.TABLE, 80, Palette.COLOUR), report)
                        .replace('\u001b', '~'))
                .isEqualTo("""
                        ~[1mstate~[0m   ~[1mstored~[0m
                        ~[31mbehind~[0m    1187
                        ~[32mok~[0m           ~[2m-~[0m

                        ~[33m1 behind~[0m
                        ~[2mtry: ~[0msequences fix
                        """);
    }

    @Test
    void longResultPrintsBeforeItsEndAndPushesWiderLinesOut() throws IOException {
        List<Column<Object[]>> columns = List.of(text("a", 0), number("n", 1));
        StringBuilder out = new StringBuilder();
        Rendering<Object[]> rendering =
                Renderers.of(Format.TABLE, 80, Palette.PLAIN).start("sql", columns, out);
        Object[] row = {"x".repeat(70), 1L};
        rendering.row(row);
        assertThat(out).isEmpty();
        for (int i = 0; out.length() == 0; i++) {
            assertThat(i).isLessThan(100_000);
            rendering.row(row);
        }
        int printed = out.length();
        rendering.row(new Object[] {"y".repeat(75), 1234567L});

        assertThat(out.substring(printed)).isEqualTo("y".repeat(75) + "  1234567\n");
    }

    @Test
    void textTooLongToBeHeldPassesThroughToMachines() throws IOException {
        String text = "a\"b\\c\n\u0001é\ud83d\udd11\u202e";
        Report<Object[]> report = Report.ok(
                List.of(text("a", 0), text("b", 1)), List.<Object[]>of(new Object[] {new Parts(text), "end"}), "1 row");

        assertThat(rendered(Format.CSV, null, report))
                .isEqualTo("a,b\r\n\"a\"\"b\\c\n\u0001é\ud83d\udd11\u202e\",end\r\n");
        assertThat(rendered(Format.JSON, null, report))
                .contains("\"rows\":[{\"a\":\"a\\\"b\\\\c\\n\\u0001é\ud83d\udd11\\u202e\",\"b\":\"end\"}]");
    }

    @Test
    void peopleAreShownTheBeginningOfATextTooLongToBeHeld() throws IOException {
        for (Format format : new Format[] {Format.TABLE, Format.VERTICAL, Format.MARKDOWN}) {
            Report<Object[]> report = Report.ok(
                    List.of(text("a", 0)), List.<Object[]>of(new Object[] {new Parts("x\u001b".repeat(900))}), "");

            assertThat(rendered(format, 80, report))
                    .contains("x\\" + (format == Format.MARKDOWN ? "\\" : "") + "x1b... (1800 bytes)")
                    .doesNotContain("\u001b");
        }
        Report<Object[]> csv =
                Report.ok(List.of(text("a", 0)), List.<Object[]>of(new Object[] {new Parts("x".repeat(1800))}), "");
        assertThat(rendered(Format.CSV, 80, csv)).isEqualTo("a\n" + "x".repeat(1000) + "... (1800 bytes)\n");
    }

    /** Comes in parts of one character each. */
    private record Parts(String text) implements LongText {
        @Override
        public long bytes() {
            return text.length();
        }

        @Override
        public String beginning(int characters) {
            return text.substring(0, characters);
        }

        @Override
        public void writeTo(Appendable out) throws IOException {
            for (int c : text.codePoints().toArray()) {
                out.append(Character.toString(c));
            }
        }
    }
}
