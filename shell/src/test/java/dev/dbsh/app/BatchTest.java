package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is run, and in which order, by {@code -c}, by a command and from standard input. */
class BatchTest {
    private static final String ONE = """
            ?column?
                   1

            1 row
            """;
    private static final String TWO = ONE.replace('1', '2').replace("2 row", "1 row");
    private static final String DIVISION = """
            ! error 22012: division by zero
            ! dbsh: exit=1 changed=no
            [exit 1]
            """;
    private static final String CHECKED = "1 sequence checked, none behind\n";
    private static final String DONE = "[exit 0]\n";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.with("drifted-sequences");

    @TempDir
    private Path home;

    private Job dbsh;

    @BeforeEach
    void callsThisDatabase() {
        dbsh = Job.of(DATABASE.login(), home);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"select 1;", "select 1", " select 1 ; ", "-- first\nselect 1", "# first\nselect 1; -- last"})
    void textNeedsNoSemicolon(String text) {
        assertThat(dbsh.run("-c", text)).isEqualTo(ONE + DONE);
    }

    @Test
    void severalStatementsRunOneAfterTheOther() {
        assertThat(dbsh.run("-c", "select 1; select 2")).isEqualTo(ONE + TWO + DONE);
        assertThat(dbsh.run("-c", "select 1;", "-c", "select 2")).isEqualTo(ONE + TWO + DONE);
        assertThat(dbsh.run("sql", "select 1; select 2")).isEqualTo(ONE + TWO + DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ";;", "-- nothing"})
    void nothingToRunIsDone(String text) {
        assertThat(dbsh.run("-c", text)).isEqualTo(DONE);
        assertThat(dbsh.fed(text)).isEqualTo(DONE);
    }

    @Test
    void firstFailureEndsTheCall() {
        assertThat(dbsh.run("-c", "select 1/0", "-c", "select 2")).isEqualTo(DIVISION);
        assertThat(dbsh.run("-c", "select 1", "-c", "select 1/0", "-c", "select 2"))
                .isEqualTo(ONE + DIVISION);
        assertThat(dbsh.run("-c", "select 1", "-c", "select 1/0")).isEqualTo(ONE + DIVISION);
        assertThat(dbsh.run("-c", "select 1; select 1/0; select 2")).isEqualTo(ONE + DIVISION);
        assertThat(dbsh.fed("select 1;\nselect 1/0;\nselect 2;\n")).isEqualTo(ONE + DIVISION);
    }

    @Test
    void commandsAndSqlMayBeMixed() {
        assertThat(dbsh.run("-c", "sequences check refunds*", "-c", "select 1")).isEqualTo(CHECKED + ONE + DONE);
        assertThat(dbsh.run("-c", "sequences check refunds*\nselect 1")).isEqualTo(CHECKED + ONE + DONE);
        assertThat(dbsh.run("-c", "timing on", "-c", "select 1"))
                .isEqualTo("timing is on\ntime: <ms> ms\n" + ONE + "time: <ms> ms\n" + DONE);
        assertThat(dbsh.run("-c", "quit", "-c", "select 1")).isEqualTo(DONE);
    }

    @Test
    void standardInputMayHoldEverything() {
        assertThat(dbsh.fed("""
                        select 1;
                        # a note
                        sequences check refunds*
                        /* one
                           more */ select
                        2; select 1;
                        -- the end
                        """)).isEqualTo(ONE + CHECKED + TWO + ONE + DONE);
        assertThat(dbsh.fed("select 1;\r\nselect 2;\r\n")).isEqualTo(ONE + TWO + DONE);
        assertThat(dbsh.fed("quit\nselect 1;\n")).isEqualTo(DONE);
    }

    @Test
    void commentAtTheEndIsNoStatement() {
        assertThat(dbsh.fed("select 1;\n/* the end */\n")).isEqualTo(ONE + DONE);
        assertThat(dbsh.fed("/* a\n b */ -- c\n")).isEqualTo(DONE);
    }

    @Test
    void statementThatIsNotEndedIsNotRun() {
        assertThat(dbsh.fed("select 1;\n\ndelete from refunds\n where id = 1", "--write"))
                .isEqualTo(ONE + """
                        ! error: standard input, line 3, column 1: the statement is not ended; from this statement on nothing was run
                        !   hint:   end it with ;
                        ! dbsh: exit=65 changed=no
                        [exit 65]
                        """);
        assertThat(DATABASE.one("select count(*) from refunds")).isEqualTo("2");
        assertThat(dbsh.fed("-- x\n/* open\n")).isEqualTo("""
                ! error: standard input, line 2, column 1: the comment /* is not closed; from this statement on nothing was run
                !   hint:   close it with */
                ! dbsh: exit=65 changed=no
                [exit 65]
                """);
    }

    @Test
    void textThatIsNotClosedIsNotRun() {
        assertThat(dbsh.run("-c", "select 1; /* open")).isEqualTo("""
                ! error: -c, line 1, column 11: the comment /* is not closed; nothing of it was run
                !   hint:   close it with */
                ! dbsh: exit=65 changed=no
                [exit 65]
                """);
        assertThat(dbsh.run("-c", "select 1", "-c", "select\n 'a; select 2")).isEqualTo(ONE + """
                ! error: -c, line 2, column 2: the quote ' is not closed; nothing of it was run
                !   hint:   close it with '
                ! dbsh: exit=65 changed=no
                [exit 65]
                """);
        assertThat(dbsh.run("sql", "select (1")).isEqualTo("""
                ! error: line 1, column 12: the parenthesis is not closed; nothing of it was run
                !   hint:   close it with )
                ! dbsh: exit=65 changed=no
                [exit 65]
                """);
    }

    @Test
    void byteOrderMarkIsNoPartOfTheFirstStatement() {
        assertThat(dbsh.fed("\ufeffselect 1;\n")).isEqualTo(ONE + DONE);
        assertThat(dbsh.run("-c", "\ufeffsequences check refunds*")).isEqualTo(CHECKED + DONE);
    }

    @Test
    void dataOfACopyIsNeverRun() {
        assertThat(dbsh.fed("copy refunds from stdin;\nselect 1;\n\\.\nselect 2;\n", "--write"))
                .isEqualTo("""
                        ! error 22P02: invalid input syntax for type bigint: "select 1;"
                        !   hint:   nothing was copied
                        !   in:     COPY refunds, line 1, column id: "select 1;"
                        ! dbsh: exit=1 changed=no
                        [exit 1]
                        """);
    }

    @Test
    void statementThatACommandOfPsqlFollowsIsNotRun() {
        assertThat(dbsh.fed("select 1;\ndelete from refunds \\r\n", "--write")).isEqualTo(ONE + """
                ! error: \\r is a command of psql
                !   hint:   Ctrl-C gives up what is typed
                ! dbsh: exit=64 changed=no
                [exit 64]
                """);
        assertThat(DATABASE.one("select count(*) from refunds")).isEqualTo("2");
    }

    @Test
    void settingOfTheServerTellsWhereAStringEnds() {
        String text = "set standard_conforming_strings = off; set escape_string_warning = off;\n"
                + "select 'it\\'s; one' as a; reset standard_conforming_strings; select 'a\\' as b;\n";

        assertThat(dbsh.fed(text, "--write")).isEqualTo("""
                done: set
                done: set
                a
                it's; one

                1 row
                done: reset
                b
                a\\

                1 row
                [exit 0]
                """);
    }

    @Test
    void inputThatIsNotUtf8IsRefused() {
        byte[] input = "select 1;\nselect 'x';\n".getBytes(StandardCharsets.UTF_8);
        input[18] = (byte) 0xff;

        assertThat(dbsh.fed(input)).endsWith("""
                ! error: standard input, line 2, column 9: a byte that is not UTF-8: 0xFF; from this statement on nothing was run
                !   hint:   iconv -t UTF-8
                ! dbsh: exit=65 changed=no
                [exit 65]
                """);
    }

    @Test
    void argumentsAreNotSplitAgain() {
        assertThat(dbsh.run("sql", "select -1 as \"a b\"")).isEqualTo("a b\n -1\n\n1 row\n" + DONE);
        assertThat(dbsh.run("sql", "select 'a  b' as x, '--format' as y"))
                .isEqualTo("x     y\na  b  --format\n\n1 row\n" + DONE);
        assertThat(dbsh.run("sql", "select", "1")).isEqualTo(ONE + DONE);
        assertThat(dbsh.run("sql", "select 1 -- a comment")).isEqualTo(ONE + DONE);
    }

    @Test
    void optionsMayFollowACommandUntilTwoDashes() {
        String csv = """
                sequence,feeds,how,next,stored,status,fails_on_insert,target,used_percent,note
                public.vouchers_id_seq,public.vouchers.id,owned,10,9,ok,,,0.0,""
                """.replace("\n", "\r\n");
        assertThat(dbsh.run("sequences", "vouchers*", "--format=csv")).isEqualTo(csv + DONE);
        assertThat(dbsh.run("--format", "csv", "sequences", "vouchers*")).isEqualTo(csv + DONE);
        assertThat(dbsh.run("--", "sequences", "check", "refunds*")).isEqualTo(CHECKED + DONE);
        assertThat(dbsh.run("tables", "--", "--format"))
                .isEqualTo("0 tables; rows and sizes are the server's estimates\n" + DONE);
    }

    @Test
    void databaseMayStandBeforeTheCommand() {
        Job elsewhere = dbsh.with("PGDATABASE", "nowhere");

        assertThat(elsewhere.run(DATABASE.login().database(), "sequences", "check", "refunds*"))
                .isEqualTo(CHECKED + DONE);
        assertThat(elsewhere.run("-d" + DATABASE.login().database(), "-c", "select 1"))
                .isEqualTo(ONE + DONE);
        assertThat(elsewhere.run(DATABASE.uri(), "-c", "select 1")).isEqualTo(ONE + DONE);
    }

    @Test
    void reportsGoToTheFile() throws IOException {
        Path file = home.resolve("report");

        assertThat(dbsh.run("--output", file.toString(), "sequences", "check", "refunds*"))
                .isEqualTo(DONE);
        assertThat(file).hasContent(CHECKED);
        assertThat(Files.size(file)).isEqualTo(CHECKED.length());
        assertThat(dbsh.run("-o", home + "/no/file", "tables")).isEqualTo("""
                ! error: cannot write HOME/no/file: there is no such directory
                ! dbsh: exit=1 changed=no
                [exit 1]
                """.replace("HOME", home.toString()));
    }
}
