package dev.dbsh.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.Pty;
import dev.dbsh.testing.StrangeProxy;
import dev.dbsh.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplTest {
    private static final String PROMPT = "app@db1/shop=>";

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path directory;

    private Path history;

    @BeforeEach
    void placeHistory() {
        history = directory.resolve("state/dbsh/history");
    }

    private ShellWindow window() {
        return new ShellWindow(database.uri(), history);
    }

    private Pty open() {
        Pty pty = window().open();
        pty.waitForLastLine(PROMPT);
        return pty;
    }

    @Test
    void promptDoesNotWaitForTheServer() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Pty pty = new ShellWindow("postgresql://app@127.0.0.1:" + silent.getLocalPort() + "/shop", history)
                        .open()) {
            pty.waitForLastLine(PROMPT);
        }
    }

    @Test
    void connectionThatFailsIsToldAtThePrompt() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        try (Pty pty = new ShellWindow("postgresql://app@127.0.0.1:" + port + "/shop", history).open()) {
            pty.waitForLastLine("app@db1/shop!?>");

            assertThat(pty.screen()).contains("error: ").contains("efused");
        }
    }

    @Test
    void promptShowsTransactionAndItsFailure() {
        try (Pty pty = open()) {
            pty.enter("begin;");
            pty.waitForLastLine("app@db1/shop=*>");
            pty.enter("select 1/0;");
            pty.waitForLastLine("app@db1/shop=!>");
            pty.enter("rollback;");
            pty.waitForLastLine(PROMPT);

            assertThat(pty.screen()).contains("error 22012: division by zero");
        }
    }

    @Test
    void statementGoesOverSeveralLinesUntouched() {
        try (Pty pty = open()) {
            pty.enter("select '!x \\n', \"a\\b\"");
            pty.waitForLastLine("            ->");
            pty.enter("from (select 1 as \"a\\b\") t;");
            pty.waitFor("ran select '!x \\n', \"a\\b\"\\nfrom (select 1 as \"a\\b\") t: 1");
            pty.waitForLastLine(PROMPT);
            pty.press("Up");
            pty.waitForLastLine("            -> from (select 1 as \"a\\b\") t;");
        }
    }

    @Test
    void promptOfTheNextLineSaysWhatIsOpen() {
        try (Pty pty = open()) {
            pty.enter("select 'a");
            pty.waitForLastLine("            '>");
            pty.enter("b',");
            pty.waitForLastLine("            ->");
            assertThat(pty.screen()).endsWith("""
                    => select 'a
                                '> b',
                                ->""");
            pty.enter("1;");
            pty.waitFor("ran select 'a\\nb',\\n1: 1");
        }
    }

    @Test
    void ctrlCAtThePromptForgetsTheLineOnly() {
        try (Pty pty = open()) {
            pty.type("select 1,");
            pty.waitForLastLine(PROMPT + " select 1,");
            pty.press("C-c");
            pty.waitForLastLine(PROMPT);
            pty.enter("echo on");
            pty.waitFor("ran <echo on>");
        }
    }

    @Test
    void ctrlCStopsTheStatementAndNothingElse() {
        try (Pty pty = open()) {
            pty.enter("select pg_sleep(600);");
            database.await("select exists (select from pg_stat_activity where query like '%pg_sleep(600)%'"
                    + " and state = 'active' and pid <> pg_backend_pid())");
            pty.press("C-c");
            pty.waitFor("error 57014: canceling statement due to user request");
            pty.waitForLastLine(PROMPT);
        }
    }

    @Test
    void ctrlCInATransactionStopsTheStatementAndFailsTheTransaction() {
        try (Pty pty = open()) {
            pty.enter("begin;");
            pty.waitForLastLine("app@db1/shop=*>");
            sleep(pty);
            pty.press("C-c");
            pty.waitFor("error 57014: canceling statement due to user request");
            pty.waitForLastLine("app@db1/shop=!>");
            pty.enter("rollback;");
            pty.waitForLastLine(PROMPT);
        }
    }

    private void sleep(Pty pty) {
        pty.enter("select pg_sleep(600);");
        database.await("select exists (select from pg_stat_activity where query like '%pg_sleep(600)%'"
                + " and state = 'active' and pid <> pg_backend_pid())");
    }

    @Test
    void ctrlCGivesUpWaitingForTheServer() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Pty pty = new ShellWindow("postgresql://app@127.0.0.1:" + silent.getLocalPort() + "/shop", history)
                        .open()) {
            pty.waitForLastLine(PROMPT);
            pty.enter("select 1;");
            pty.waitUntil("the statement waits", screen -> pty.sent().contains("\033[?2004l"));
            pty.press("C-c");
            pty.waitFor("interrupted while connecting");
        }
    }

    @Test
    void bugInACommandKeepsTheShell() {
        try (Pty pty = open()) {
            pty.enter("crash");
            pty.waitFor("this is a bug in dbsh: java.lang.IllegalStateException: as asked");
            pty.waitForLastLine(PROMPT);
        }
    }

    @Test
    void onlyOurWordsAreOnTheScreen() {
        try (Pty pty = open()) {
            pty.enter("no such command;");
            pty.waitFor("error 42601");
            pty.enter("quit");

            assertThat(pty.exitStatus()).isZero();
            assertThat(pty.screen()).doesNotContain("Exiting").doesNotContain("not found");
            assertThat(pty.sent()).doesNotContain("\033[?1000");
        }
    }

    @Test
    void pasteRunsNothingBeforeEnter() {
        try (Pty pty = open()) {
            pty.paste("select 1;\nselect\t2;\033[201~\rselect 3;\r\nquit\n");
            pty.waitFor("quit");
            assertThat(pty.screen()).doesNotContain("ran ");
            pty.press("C-c");
            pty.waitForLastLine(PROMPT);
            pty.paste("select 4,\n5;");
            pty.press("Enter");
            pty.waitFor("ran select 4,\\n5: 1");
        }
    }

    @Test
    void longPasteArrivesWhole() {
        try (Pty pty = open()) {
            StringBuilder text = new StringBuilder("select 0");
            for (int line = 1; line < 10_000; line++) {
                text.append("\n-- ").append(line).append("\t\033[201~\033[31m \0 ");
            }
            pty.paste(text + "\nas total;");
            pty.waitFor("-> as total;");
            assertThat(pty.screen()).doesNotContain("ran ");
            pty.press("Enter");
            pty.waitFor("ran " + (text.length() + "\nas total".length()) + " characters: 1");
        }
    }

    @Test
    void tabCompletesMixedCaseTable() {
        database.execute("create table \"Order Lines\" (id int)");
        try (Pty pty = open()) {
            pty.type("select * from Or");
            completed(pty, PROMPT + " select * from \"Order Lines\"");
            pty.press("C-c");
            pty.waitForLastLine(PROMPT);
            pty.type("describe public.\"Or");
            completed(pty, PROMPT + " describe public.\"Order Lines\"");
        }
    }

    @Test
    void connectionThatEndsWhileNobodyTypesIsTold() {
        try (Pty pty = open()) {
            database.await(
                    "select count(*) > 0 from pg_stat_activity where application_name = 'dbsh test' and state = 'idle'");

            database.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'dbsh test'");

            pty.waitFor("terminating connection due to administrator command");
        }
    }

    @Test
    void endOfTheConnectionIsToldInATransactionToo() {
        try (Pty pty = open()) {
            pty.enter("begin;");
            pty.waitForLastLine("app@db1/shop=*>");

            database.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'dbsh test'");

            pty.waitFor("error: terminating connection due to administrator command");
            pty.waitForLastLine("app@db1/shop!?>");
        }
    }

    @Test
    void connectionThatEndsWithoutAWordIsToldToo() {
        try (StrangeProxy proxy = StrangeProxy.before(database.login());
                Pty pty = new ShellWindow(TestDatabase.uri(proxy.login()), history).open()) {
            pty.waitForLastLine(PROMPT);
            pty.enter("begin;");
            pty.waitForLastLine("app@db1/shop=*>");

            proxy.cut();

            pty.waitFor("error: the server closed the connection without a word");
            pty.waitForLastLine("app@db1/shop!?>");
        }
    }

    @Test
    void namesFollowDdl() {
        try (Pty pty = open()) {
            pty.enter("begin read write;");
            pty.waitFor("ran begin");
            pty.enter("create table \"Later\" ();");
            pty.waitFor("ran create table");
            pty.enter("commit;");
            pty.waitFor("ran commit");
            pty.type("describe Lat");
            completed(pty, "app@db1/shop=> describe \"Later\"");
        }
    }

    @Test
    void hostileNameInTheMenuIsShownAndNotSent() {
        database.execute("create table \"t\033[31mred\" ()");
        database.execute("create table \"t\u202edivs\" ()");
        try (Pty pty = open()) {
            pty.type("table t");
            pty.waitUntil("the menu is there", screen -> {
                pty.press("Tab");
                return screen.contains("t\\+00001b[31mred");
            });
            assertThat(pty.screen()).contains("t\\+00202edivs");
            assertThat(pty.sent()).doesNotContain("\033[31m").doesNotContain("\u202e");
        }
    }

    @Test
    void historyIsPrivateAndWithoutPasswords() throws IOException {
        try (Pty pty = window().after("umask 000").open()) {
            pty.waitForLastLine(PROMPT);
            pty.enter("alter role app password 'secret1';");
            pty.waitFor("error 25006");
            pty.enter("echo postgresql://app:secret2@db1/shop");
            pty.waitFor("ran <echo");
            pty.enter("echo kept");
            pty.waitFor("ran <echo kept>");
        }
        assertThat(Files.readString(history)).matches("\\d+:echo kept\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void ctrlRFindsAnEarlierEntry() {
        try (Pty pty = open()) {
            pty.enter("echo needle");
            pty.enter("echo hay");
            pty.waitFor("ran <echo hay>");
            pty.waitForLastLine(PROMPT);
            pty.press("C-r");
            pty.type("need");
            pty.waitFor("bck-i-search: need");
            pty.press("Enter");
            pty.waitUntil("it ran again", screen -> screen.split("ran <echo needle>", -1).length == 3);
        }
    }

    @Test
    void dumbTerminalWorks() {
        try (Pty pty = window().with("TERM", "dumb").open()) {
            pty.waitForLastLine(PROMPT);
            pty.enter("select 1,");
            pty.waitForLastLine("            ->");
            pty.enter("2;");
            pty.waitFor("ran select 1,\\n2: 1");
            pty.press("C-c");
            pty.waitFor("^C");
            pty.waitForLastLine(PROMPT);
            pty.enter("echo on");
            pty.waitFor("ran <echo on>");
            pty.press("C-d");

            assertThat(pty.exitStatus()).isZero();
            assertThat(pty.settingsAfter()).isEqualTo(pty.settingsBefore());
            assertThat(pty.sent()).doesNotContain("\033");
        }
    }

    @Test
    void resizeKeepsTheLine() {
        try (Pty pty = open()) {
            pty.type("echo " + "x".repeat(60));
            pty.waitFor("x".repeat(60));
            pty.resize(50, 20);
            pty.resize(120, 20);
            pty.type("y");
            pty.press("Enter");
            pty.waitFor("ran <echo " + "x".repeat(60) + "y>");
        }
    }

    @Test
    void longReportGoesThroughThePager() {
        try (Pty pty = open()) {
            pty.enter("report 200");
            pty.waitFor("line 29");
            assertThat(pty.screen()).doesNotContain("line 60");
            pty.press("C-c");
            // less drops what was typed before it has taken the signal.
            pty.waitUntil("the end is shown", screen -> screen.contains("line 200") || typed(pty, "G"));
            pty.type("q");
            pty.waitForLastLine(PROMPT);
            pty.enter("report 100000");
            pty.waitFor("line 29");
            pty.type("q");
            pty.waitForLastLine(PROMPT);
            pty.enter("echo on");
            pty.waitFor("ran <echo on>");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"C-d", "quit"})
    void leavingPutsTheTerminalBack(String way) {
        try (Pty pty = open()) {
            if (way.equals("quit")) {
                pty.enter(way);
            } else {
                pty.press(way);
            }

            assertThat(pty.exitStatus()).isZero();
            assertThat(pty.settingsAfter()).isEqualTo(pty.settingsBefore());
            assertThat(pty.sent()).endsWith("\033[?1l\033>\033[?2004l");
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143, select 1", "HUP, 129, select 1", "TERM, 143, select pg_sleep(600);"})
    void signalPutsTheTerminalBackAndEndsTheSession(String signal, int status, String typed) throws Exception {
        try (Pty pty = open()) {
            pty.type(typed);
            if (typed.endsWith(";")) {
                pty.press("Enter");
                database.await("select exists (select from pg_stat_activity where query like '%pg_sleep(600)%'"
                        + " and state = 'active' and pid <> pg_backend_pid())");
            }
            new ProcessBuilder(
                            "kill", "-" + signal, String.valueOf(pty.process().pid()))
                    .start()
                    .waitFor();

            assertThat(pty.exitStatus()).isEqualTo(status);
            assertThat(pty.settingsAfter()).isEqualTo(pty.settingsBefore());
            assertThat(pty.screen()).doesNotContain("Exception");
            database.await("select not exists (select from pg_stat_activity where application_name = 'dbsh test'"
                    + " and datname = current_database())");
        }
    }

    @Test
    void passwordTakesTheTerminalFromTheEditor() {
        String role = database.role("").user();
        database.execute("alter role " + role + " password 'typed secret'");
        String uri = "postgresql://" + role + "@" + database.login().host() + ":"
                + database.login().port() + "/" + database.login().database();
        try (Pty pty =
                new ShellWindow(uri, history).with("DBSH_TEST_PASSWORD", "ask").open()) {
            // Typed ahead for a prompt that was expected: nobody's password.
            pty.type("select 1;");
            pty.press("Enter");
            pty.waitForLastLine("Password for user " + role + ":");
            pty.type("wrong\u0015typed\177d secret");
            pty.press("Enter");
            pty.waitForLastLine(PROMPT);
            assertThat(pty.scrollback()).doesNotContain("secret").doesNotContain("wrong");
            pty.press("C-d");

            assertThat(pty.exitStatus()).isZero();
            assertThat(pty.settingsAfter()).isEqualTo(pty.settingsBefore());
        }
    }

    // The names come when they come: Tab is pressed until they are there, as a person would.
    private static void completed(Pty pty, String line) {
        pty.waitUntil("Tab has made it " + line, screen -> {
            if (screen.contains(line)) {
                return true;
            }
            pty.press("Tab");
            return false;
        });
    }

    private static boolean typed(Pty pty, String keys) {
        pty.type(keys);
        return false;
    }
}
