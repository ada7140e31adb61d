package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.TestDatabase;
import dev.dbsh.testing.Waiting;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only a process of its own can show: signals, and a standard output that takes no more. */
class BatchProcessTest {
    private static final String ASLEEP =
            " from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.empty();

    @TempDir
    private Path home;

    private Job dbsh;

    @BeforeEach
    void callsThisDatabase() {
        dbsh = Job.of(DATABASE.login(), home);
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void signalCancelsTheStatementAndEndsTheCall(String signal, int exit) throws Exception {
        Process process = start(calling("-c", "select pg_sleep(600)"));
        // The signals are watched from a moment after the start on.
        DATABASE.await("select coalesce(max(clock_timestamp() - query_start), '0') > '2 s'" + ASLEEP);

        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();

        assertThat(answer(process)).isEqualTo("! dbsh: exit=CODE changed=no\n[exit CODE]\n".replace("CODE", "" + exit));
        DATABASE.await("select count(*) = 0" + ASLEEP);
    }

    @Test
    void signalAfterAChangeCountsLessThanTheChange() throws Exception {
        Process process = start(calling("--write", "-c", "create table t ()", "-c", "select pg_sleep(600)"));
        DATABASE.await("select coalesce(max(clock_timestamp() - query_start), '0') > '2 s'" + ASLEEP);

        new ProcessBuilder("kill", "-TERM", Long.toString(process.pid())).start();

        assertThat(answer(process)).endsWith("! dbsh: exit=2 changed=yes\n[exit 2]\n");
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void signalEndsTheStartOfTheDemo(String signal, int exit) throws Exception {
        ProcessBuilder call = calling("demo", "-c", "select pg_sleep(600)");
        call.environment().put("PATH", System.getenv("PATH"));
        Process process = start(call);
        Path err = home.resolve("err");
        Waiting.until("the demo starts", () -> Files.readString(err).contains("starting PostgreSQL"));

        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();

        // A build's class path has a logger that says it has nothing to do.
        assertThat(answer(process).lines().skip(1).filter(line -> !line.startsWith("! SLF4J(W): ")))
                .containsExactly("! dbsh: exit=" + exit + " changed=no", "[exit " + exit + "]");
    }

    @Test
    void signalWhileARepairIsFollowedTellsWhatWasDone() throws Exception {
        DATABASE.execute("create table followed (id serial primary key); insert into followed values (1)");
        Connection writer = DATABASE.connect();
        writer.setAutoCommit(false);
        TestDatabase.execute(writer, "insert into followed values (5000)");
        Process process = start(calling("sequences", "fix", "followed", "--soak", "10m", "--yes"));
        DATABASE.await("select exists (select from pg_stat_activity where state = 'active' and query like '%as paused%'"
                + " and datname = current_database() and pid <> pg_backend_pid())");

        new ProcessBuilder("kill", "-TERM", Long.toString(process.pid())).start();

        assertThat(answer(process))
                .contains("advanced", ", idle in transaction, open for ", "has taken or written is not seen yet")
                .endsWith("! dbsh: exit=2 changed=yes\n[exit 2]\n");
        assertThat(DATABASE.one("select last_value from followed_id_seq")).isEqualTo("1");
        writer.rollback();
    }

    @Test
    void timeoutCancelsTheStatementAndEndsTheCall() throws Exception {
        assertThat(answer(start(calling("--timeout", "1s", "-c", "select pg_sleep(600)"))))
                .isEqualTo("! error: the call took longer than --timeout 1s: stopped\n"
                        + "! dbsh: exit=75 changed=no\n[exit 75]\n");
        DATABASE.await("select count(*) = 0" + ASLEEP);
    }

    /** How a call over a file is stopped in its second statement. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    INT  |         | exit=130 changed=no
                    TERM | --write | exit=2 changed=yes
                    HUP  | one     | exit=129 changed=no
                    time | one     | exit=75 changed=no
                    """)
    void stopNamesLineAndStatementOfTheFile(String by, String how, String last) throws Exception {
        DATABASE.execute("drop table if exists t; create table t (id int)");
        boolean one = "one".equals(how);
        String first = how == null ? "select 1" : "insert into t values (1)";
        Path file = Files.writeString(home.resolve("a \"b\".sql"), first + ";\n\nselect\n pg_sleep(600);\nselect 3;\n");
        List<String> arguments = new ArrayList<>(List.of("--format", "json", "sql", "--file", file.toString()));
        if (how != null) {
            arguments.add(0, "--write");
        }
        if (one) {
            arguments.add("--single-transaction");
        }
        if (by.equals("time")) {
            arguments.addAll(0, List.of("--timeout", "4s"));
        }
        Process process = start(calling(arguments.toArray(String[]::new)));
        if (!by.equals("time")) {
            DATABASE.await("select coalesce(max(clock_timestamp() - query_start), '0') > '2 s'" + ASLEEP);
            new ProcessBuilder("kill", "-" + by, Long.toString(process.pid())).start();
        }

        String told = answer(process).replace(home + "/", "");

        assertThat(told.substring(told.indexOf("! ")))
                .isEqualTo("! error: "
                        + (by.equals("time")
                                ? "the call took longer than --timeout 4s: stopped"
                                : "stopped by SIG" + by)
                        + "\n!   detail: canceling statement due to user request\n"
                        + "!   in:     a \"b\".sql:3 (statement 2 of 3)"
                        + (one ? "; its transaction is rolled back" : "")
                        + "\n! dbsh: " + last + " at=\"a \\\"b\\\".sql:3 (statement 2 of 3)\"\n"
                        + "[exit " + last.replaceAll("exit=(\\d+).*", "$1") + "]\n");
        assertThat(DATABASE.one("select count(*) from t")).isEqualTo(last.contains("yes") ? "1" : "0");
    }

    @Test
    void stopBeforeTheFirstStatementSaysSo() throws Exception {
        Path pipe = home.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        Process process = start(calling("--timeout", "2s", "sql", "--file", pipe.toString()));

        assertThat(answer(process).replace(home + "/", "")).isEqualTo("""
                ! error: the call took longer than --timeout 2s: stopped
                !   in:     pipe (before its first statement)
                ! dbsh: exit=75 changed=no at="pipe (before its first statement)"
                [exit 75]
                """);
    }

    @Test
    void readerThatLeavesEndsTheCallQuietly() throws Exception {
        Process process = calling("--format", "csv", "-c", "select * from generate_series(1, 10000000)")
                .redirectOutput(ProcessBuilder.Redirect.PIPE)
                .start();
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo("generate_series");
        }

        assertThat(answer(process)).isEqualTo("[exit 141]\n");
    }

    @Test
    void changeWhoseAnswerCannotBeWrittenIsAChange() throws Exception {
        DATABASE.execute("create table kept (id int)");
        Process process = calling("--write", "-c", "insert into kept values (1) returning id")
                .redirectOutput(new File("/dev/full"))
                .start();

        assertThat(answer(process)).isEqualTo("""
                ! error: cannot write standard output: No space left on device
                ! dbsh: exit=2 changed=yes
                [exit 2]
                """);
        assertThat(DATABASE.one("select count(*) from kept")).isEqualTo("1");
    }

    @Test
    void fullDiskIsAFailure() throws Exception {
        Process process =
                calling("-c", "select 1").redirectOutput(new File("/dev/full")).start();

        assertThat(answer(process)).isEqualTo("""
                ! error: cannot write standard output: No space left on device
                ! dbsh: exit=1 changed=no
                [exit 1]
                """);
    }

    @Test
    void closedStandardOutputIsAFailure() throws Exception {
        // A closed stream, as the launcher hands it on.
        ProcessBuilder call = calling("-c", "select 1");
        List<String> command = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" 1</dev/null", "sh"));
        command.addAll(call.command());

        assertThat(answer(start(call.command(command))))
                .startsWith("! error: cannot write standard output: ")
                .endsWith("! dbsh: exit=1 changed=no\n[exit 1]\n");
    }

    private ProcessBuilder calling(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // as the launcher says it
                "-Ddbsh.tty=",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(home.resolve("out").toFile())
                .redirectError(home.resolve("err").toFile());
        builder.environment().clear();
        builder.environment().putAll(dbsh.environment());
        return builder;
    }

    private static Process start(ProcessBuilder builder) throws IOException {
        return builder.start();
    }

    private String answer(Process process) throws Exception {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after a minute: " + Files.readString(home.resolve("err")));
        }
        Path out = home.resolve("out");
        return Job.answer(
                Files.exists(out) ? Files.readString(out) : "",
                Files.readString(home.resolve("err")),
                process.exitValue());
    }
}
