package dev.dbsh.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.report.Failure;
import dev.dbsh.report.Origin;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureTextTest {

    private static String words(Failure failure, String statement, String... hints) throws IOException {
        StringBuilder out = new StringBuilder();
        new FailureText(Palette.PLAIN).write(failure, List.of(hints), statement, out);
        return out.toString();
    }

    private static Failure at(int position) {
        return new Failure("42601", "syntax error", null, null, position, null);
    }

    @Test
    void saysCodeWordsPlaceAndWhatToType() throws IOException {
        Failure failure = new Failure(
                "23505",
                "duplicate key value violates unique constraint \"orders_pkey\"",
                "Key (id)=(1042) already exists.",
                null,
                null,
                "demo.sql");

        assertThat(words(failure, null, "sequences check")).isEqualTo("""
                        error 23505: duplicate key value violates unique constraint "orders_pkey"
                          detail: Key (id)=(1042) already exists.
                          in:     demo.sql
                          try:    sequences check
                        """);
    }

    @Test
    void ourOwnFailureHasNoCode() throws IOException {
        StringBuilder out = new StringBuilder();
        new FailureText(Palette.COLOUR).write(Failure.of("no such command").withHint("help"), List.of(), out);

        assertThat(out.toString().replace('\u001b', '~'))
                .isEqualTo("~[31merror:~[0m no such command\n  hint:   help\n");
    }

    @Test
    void textOfAStrangerCannotLookLikeOurLines() throws IOException {
        Failure failure = new Failure("P0001", "stop\n  try:    drop it\u001b[2K\r", "a\tb\n", null, null, null);

        assertThat(words(failure, null))
                .isEqualTo("error P0001: stop\n            try:    drop it\\x1b[2K\n  detail: a       b\n");
    }

    @Test
    void pointsAtThePlaceUnderTabsAndWideCharacters() throws IOException {
        assertThat(words(at(8), "select form t"))
                .isEqualTo("error 42601: syntax error\n  line 1: select form t\n                 ^\n");
        assertThat(words(at(16), "select 1,\r\n\t'日\ud83d\udd11' x\r\nfrom t"))
                .isEqualTo("error 42601: syntax error\n  line 2:         '日\ud83d\udd11' x\n"
                        + " ".repeat(10 + 8 + 5)
                        + "^\n");
        assertThat(words(at(4), "a\u001b\u202eb"))
                .isEqualTo("error 42601: syntax error\n  line 1: a\\x1b\\u202eb\n" + " ".repeat(10 + 11) + "^\n");
    }

    @Test
    void pointsBehindTheEndButNotFurther() throws IOException {
        assertThat(words(at(7), "select")).endsWith("\n  line 1: select\n                ^\n");
        assertThat(words(at(8), "select")).isEqualTo("error 42601: syntax error\n");
        assertThat(words(at(0), "select")).isEqualTo("error 42601: syntax error\n");
        assertThat(words(at(1), "")).endsWith("\n  line 1: \n          ^\n");
    }

    @Test
    void longLineIsCutAroundThePlaceByItsCells() throws IOException {
        String statement = "\n".repeat(9) + "a".repeat(500) + "!" + "b".repeat(500);
        assertThat(words(at(510), statement))
                .isEqualTo("error 42601: syntax error\n  line 10: ..." + "a".repeat(32) + "!" + "b".repeat(27) + "...\n"
                        + " ".repeat(11 + 35) + "^\n");

        String wide = "日".repeat(500) + "!" + "\ud83d\udd11".repeat(500);
        assertThat(words(at(501), wide))
                .isEqualTo("error 42601: syntax error\n  line 1: ..." + "日".repeat(16) + "!" + "\ud83d\udd11".repeat(13)
                        + "...\n" + " ".repeat(10 + 35) + "^\n");
        assertThat(words(at(1), "a".repeat(64)))
                .startsWith("error 42601: syntax error\n  line 1: " + "a".repeat(64) + "\n");
    }

    @Test
    void saysWhatItIsAboutAndWhereInsideAFunction() throws IOException {
        Origin origin = new Origin("public", "orders", "id", null, "orders_pkey", "select\n  idd", 10);
        Failure failure = new Failure("42703", "no", null, null, null, "a\nb\nc\nd\ne\nf\ng\nh\ni", origin);

        assertThat(words(failure, "select f()", "describe orders")).isEqualTo("""
                        error 42703: no
                          on:     table public.orders, column id, constraint orders_pkey
                          query line 2:   idd
                                          ^
                          in:     a
                                  b
                                  c
                                  d
                                  e
                                  ... (2 more lines)
                                  h
                                  i
                          try:    describe orders
                        """);
    }
}
