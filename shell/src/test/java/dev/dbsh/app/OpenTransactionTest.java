package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.Pty;
import dev.dbsh.testing.Scale;
import dev.dbsh.testing.TestDatabase;
import java.nio.file.Path;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole program on a terminal, with a transaction that nobody has ended yet. */
class OpenTransactionTest {
    private static final String QUESTION = "commit or rollback or stay [";

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path home;

    private WritingShell shell;
    private String prompt;

    @BeforeEach
    void makeTable() {
        database.execute("create table tags (tag text)");
        shell = new WritingShell(database.login(), home);
        prompt = shell.prompt();
    }

    @ParameterizedTest
    @CsvSource({"quit, commit, 1", "quit, rollback, 0", "C-d, commit, 1", "quit, C-d, 0", "quit, C-c, 0"})
    void leavingAsksWhatBecomesOfIt(String leaving, String answer, String kept) {
        try (Pty pty = inTransaction()) {
            say(pty, leaving);
            pty.waitFor(QUESTION);
            say(pty, answer);

            assertThat(pty.exitStatus()).isZero();
            assertThat(pty.settingsAfter()).isEqualTo(pty.settingsBefore());
        }
        assertThat(database.one("select count(*) from tags")).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quit", "C-d"})
    void whoStaysFindsTheTransactionAsItWas(String leaving) {
        try (Pty pty = inTransaction()) {
            say(pty, leaving);
            pty.waitFor(QUESTION);
            say(pty, "perhaps");
            pty.waitUntil("it asks again", screen -> screen.split("commit or rollback or stay \\[", -1).length == 3);
            say(pty, "stay");
            pty.waitFor("the transaction is still open: commit; or rollback;");
            pty.waitForLastLine(prompt + "*#");
            say(pty, "commit;");
            pty.waitForLastLine(prompt + "#");
            say(pty, "quit");

            assertThat(pty.exitStatus()).isZero();
        }
        assertThat(database.one("select count(*) from tags")).isEqualTo("1");
    }

    @Test
    void commitThatFailsStays() {
        database.execute("alter table tags add primary key (tag) deferrable initially deferred");
        try (Pty pty = inTransaction()) {
            say(pty, "insert into tags values ('one');");
            pty.waitForLastLine(prompt + "*#");
            say(pty, "quit");
            pty.waitFor(QUESTION);
            say(pty, "commit");
            pty.waitFor("error 23505");
            pty.waitForLastLine(prompt + "#");
        }
    }

    @Test
    void failedTransactionIsNotAskedAbout() {
        try (Pty pty = inTransaction()) {
            say(pty, "select 1/0;");
            pty.waitForLastLine(prompt + "!#");
            say(pty, "tables");
            pty.waitFor("error 25P02: the transaction has failed: nothing can be read before its rollback");
            say(pty, "quit");

            assertThat(pty.exitStatus()).isZero();
        }
    }

    @Test
    void signalRollsItBack() throws Exception {
        try (Pty pty = inTransaction()) {
            say(pty, "quit");
            pty.waitFor(QUESTION);
            new ProcessBuilder("kill", "-HUP", Long.toString(pty.process().pid())).start();

            assertThat(pty.exitStatus()).isEqualTo(129);
            assertThat(pty.settingsAfter()).isEqualTo(pty.settingsBefore());
        }
        database.await("select count(*) = 0 from pg_stat_activity where application_name like 'dbsh %'"
                + " and datname = current_database()");
        assertThat(database.one("select count(*) from tags")).isEqualTo("0");
    }

    @Test
    void nobodyWhoAnswersIsARollback() {
        Assumptions.assumeThat(Scale.isFull()).isTrue();
        try (Pty pty = inTransaction()) {
            say(pty, "quit");
            pty.waitFor(QUESTION);
            pty.waitFor("stay [15 s]");
            database.await("select count(*) = 0 from pg_stat_activity where application_name like 'dbsh %'"
                    + " and datname = current_database()");

            assertThat(pty.exitStatus()).isZero();
        }
        assertThat(database.one("select count(*) from tags")).isEqualTo("0");
    }

    @Test
    void onesThatHoldLocksAreWarnedOf() {
        Assumptions.assumeThat(Scale.isFull()).isTrue();
        try (Pty pty = inTransaction()) {
            String warning =
                    " s and holds locks on public.tags; the server ends the session after 60 s: commit; or rollback;";
            database.await("select count(*) = 1 from pg_stat_activity where state = 'idle in transaction'"
                    + " and datname = current_database() and clock_timestamp() - state_change > '28 s'");
            pty.waitFor("warning: the open transaction has been idle for 3");
            assertThat(pty.screen().replace("\n", "")).contains(warning);
            say(pty, "rollback;");
            pty.waitForLastLine(prompt + "#");
        }
    }

    @Test
    void connectSaysWhatItRestoredAndWhatIsLost() {
        try (Pty pty = inTransaction()) {
            say(pty, "rollback;");
            pty.waitForLastLine(prompt + "#");
            say(pty, "set work_mem = '7MB';");
            pty.waitFor("done: set");
            say(pty, "create temporary table kept ();");
            pty.waitFor("done: create table");
            pty.waitForLastLine(prompt + "#");
            say(pty, "begin;");
            pty.waitForLastLine(prompt + "*#");
            database.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'dbsh %'"
                            + " and datname = current_database()");
            pty.waitFor("terminating connection due to administrator command");
            say(pty, "connect");
            pty.waitForLastLine(prompt + "#");

            assertThat(pty.screen().replace("\n", ""))
                    .contains("; restored: work_mem; lost: the open transaction with all that it made,"
                            + " temporary tables kept");
        }
    }

    private Pty inTransaction() {
        Pty pty = shell.open();
        say(pty, "begin;");
        pty.waitForLastLine(prompt + "*#");
        say(pty, "insert into tags values ('one');");
        pty.waitFor("1 row inserted");
        pty.waitForLastLine(prompt + "*#");
        return pty;
    }

    private static void say(Pty pty, String words) {
        if (!words.startsWith("C-")) {
            pty.enter(words);
        } else {
            pty.press(words);
        }
    }
}
