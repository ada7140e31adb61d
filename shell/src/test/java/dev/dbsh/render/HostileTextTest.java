package dev.dbsh.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.dbsh.report.Column;
import dev.dbsh.report.Ending;
import dev.dbsh.report.Failure;
import dev.dbsh.report.Meaning;
import dev.dbsh.report.Outcome;
import dev.dbsh.report.Report;
import dev.dbsh.report.Section;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Random hostile text in every place of a report. */
class HostileTextTest {
    private static final Pattern OUR_COLOURS = Pattern.compile("\u001b\\[(0|1|2|3[123])m");
    private static final int ROUNDS = 400;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @BeforeEach
    void tellTheSeed() {
        System.out.println("HostileTextTest seed " + seed);
    }

    @Test
    void nothingForeignSteersTheTerminal() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            Report<List<String>> report = report();
            for (Format format : Format.values()) {
                assertHarmless(rendered(format, random.nextInt(120), report), format.word());
            }
            StringBuilder words = new StringBuilder();
            new FailureText(Palette.COLOUR).write(failure(), List.of(text()), text() + text(), words);
            assertHarmless(words.toString(), "failure");
        }
    }

    private void assertHarmless(String output, String what) {
        String rest = OUR_COLOURS.matcher(output).replaceAll("").replace("\n", "");
        for (int i = 0; i < rest.length(); i++) {
            int codePoint = rest.codePointAt(i);
            boolean glue = codePoint == Emoji.JOINER || codePoint == Emoji.PICTURE_SELECTOR;
            assertThat(!Visible.isHidden(codePoint) || glue && Emoji.isGlue(rest, i))
                    .as("seed %d, %s, U+%04X in %s", seed, what, codePoint, rest)
                    .isTrue();
            i += Character.charCount(codePoint) - 1;
        }
    }

    @Test
    void tableLinesEndWhereTheirColumnsEnd() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            Report<List<String>> report = report();
            List<Column<List<String>>> columns = List.of(report.columns().get(0), Column.number("n", row -> 7L));
            String table =
                    rendered(Format.TABLE, null, new Report<>(columns, report.rows(), Ending.of(Outcome.OK, "")));
            assertThat(OUR_COLOURS
                            .matcher(table)
                            .replaceAll("")
                            .lines()
                            .map(DisplayWidth::of)
                            .distinct())
                    .as("seed %d: %s", seed, table)
                    .hasSize(1);
        }
    }

    @Test
    void jsonReadBackIsWhatWentIn() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            Report<List<String>> report = report();
            String line = rendered(Format.JSON, null, report);
            assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
            JsonObject object = JsonParser.parseString(line).getAsJsonObject();
            JsonArray keys = object.getAsJsonArray("columns");
            List<List<String>> rows = new ArrayList<>();
            for (JsonElement row : object.getAsJsonArray("rows")) {
                List<String> values = new ArrayList<>();
                for (JsonElement key : keys) {
                    JsonElement value = row.getAsJsonObject().get(key.getAsString());
                    values.add(value.isJsonNull() ? null : value.getAsString());
                }
                rows.add(values);
            }

            assertThat(rows).as("seed %d", seed).isEqualTo(report.rows());
            assertThat(object.get("verdict").getAsString())
                    .isEqualTo(report.ending().verdict());
        }
    }

    @Test
    void csvReadBackIsWhatWentIn() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            Report<List<String>> report = report();
            List<List<String>> records = CsvReading.records(rendered(Format.CSV, null, report));

            assertThat(records.get(0))
                    .isEqualTo(report.columns().stream().map(Column::key).toList());
            assertThat(records.subList(1, records.size())).as("seed %d", seed).isEqualTo(report.rows());
        }
    }

    private static String rendered(Format format, Integer width, Report<?> report) throws IOException {
        StringBuilder out = new StringBuilder();
        Renderers.of(format, width, Palette.COLOUR).write("sql", report, Duration.ZERO, out);
        return out.toString();
    }

    private Report<List<String>> report() {
        List<Column<List<String>>> columns = new ArrayList<>();
        int count = 2 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            int index = i;
            columns.add(Column.<List<String>>text(i + text(), row -> row.get(index))
                    .meaning(row -> Meaning.values()[row.hashCode() & 3]));
        }
        List<List<String>> rows = new ArrayList<>();
        for (int left = random.nextInt(5); left >= 0; left--) {
            List<String> row = new ArrayList<>();
            columns.forEach(column -> row.add(random.nextInt(6) == 0 ? null : text()));
            rows.add(row);
        }
        Section<List<String>> section = new Section<>("x" + text(), columns, rows);
        return Report.of(columns, rows, Outcome.FINDINGS, text())
                .withHint(text())
                .withSection(section);
    }

    private Failure failure() {
        return new Failure(text(), text(), text(), text(), random.nextInt(9), text());
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(9); length > 0; length--) {
            text.append(piece());
        }
        return text.toString();
    }

    private String piece() {
        String[] pieces = {
            "\u001b[2J",
            "\u001b]0;x\u0007",
            "\u009b31m",
            "\r",
            "\n",
            "\t",
            "\u202e",
            "\u2066",
            "\u200d",
            "\ufe0f",
            "\ud83d\udc68",
            "\u2764",
            "\udb40\udc41",
            "\ud800",
            "\udc00",
            "\"",
            ",",
            "|",
            "\\",
            "日",
            "e\u0301",
            "-",
            "\u0000"
        };
        return switch (random.nextInt(4)) {
            case 0 -> Character.toString((char) random.nextInt(0x100));
            case 1 -> Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1));
            case 2 -> pieces[random.nextInt(pieces.length)];
            default -> "word ";
        };
    }
}
