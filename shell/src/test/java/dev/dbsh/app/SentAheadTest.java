package dev.dbsh.app;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.Mischief.Treatment;
import dev.dbsh.testing.StrangeProxy;
import dev.dbsh.testing.TestDatabase;
import dev.dbsh.testing.Waiting;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That statements of a file which are sent before their turn do nothing that they would not do in it. */
class SentAheadTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.empty();

    /** One value of four characters. */
    private static final int ROW = 10;

    @TempDir
    private Path home;

    private Job dbsh;

    @BeforeEach
    void callsThisDatabase() {
        dbsh = Job.of(DATABASE.login(), home);
        DATABASE.execute("drop table if exists t; create table t (id int unique deferrable initially deferred);"
                + " drop sequence if exists s cascade; create sequence s");
    }

    private String run(String text, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(options));
        int place = arguments.remove("--single-transaction") ? arguments.size() : -1;
        arguments.addAll(List.of("sql", "--file", file(text)));
        if (place >= 0) {
            arguments.add("--single-transaction");
        }
        return dbsh.run(arguments.toArray(String[]::new)).replace(home + "/", "");
    }

    private String file(String text) throws IOException {
        return Files.writeString(home.resolve("x.sql"), text).toString();
    }

    private static String lines(int from, int to, String statement) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> statement.replace("N", "" + i) + ";\n")
                .collect(joining());
    }

    private static String rows(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> "a\r\n" + i + "\r\n")
                .collect(joining());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--write", "--single-transaction", "--write --single-transaction"})
    void answersComeInTheOrderOfTheFile(String options) throws IOException {
        String answer = run(
                lines(1, 300, "select N as a"),
                ("--format csv " + options).strip().split(" "));

        assertThat(answer).isEqualTo(rows(1, 300) + "[exit 0]\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--color=never", "--write"})
    void eachHasATransactionOfItsOwn(String option) throws IOException {
        String answer = run(
                lines(
                        1,
                        100,
                        "select virtualtransaction as a, current_setting('transaction_read_only') as b from pg_locks"
                                + " where pid = pg_backend_pid() and locktype = 'virtualxid'"),
                "--format",
                "csv",
                option);

        String readOnly = option.equals("--write") ? "off" : "on";
        assertThat(answer.lines().filter(line -> line.endsWith("," + readOnly)).distinct())
                .hasSize(100);
    }

    @Test
    void nothingRunsBehindAFailure() throws IOException {
        DATABASE.execute(
                "create or replace function step() returns bigint volatile language sql as $$ select nextval('s') $$");
        String text = lines(1, 40, "select step()") + "select 1/0;\n" + lines(1, 40, "select step()");

        assertThat(run(text, "--write", "--single-transaction")).endsWith("""
                ! error 22012: division by zero
                !   in:     x.sql:41 (statement 41 of 81); its transaction is rolled back
                ! dbsh: exit=1 changed=no
                [exit 1]
                """);
        // What no ROLLBACK takes back.
        assertThat(DATABASE.one("select last_value from s")).isEqualTo("40");
        assertThat(run(text, "--write")).endsWith("""
                !   in:     x.sql:41 (statement 41 of 81)
                ! dbsh: exit=2 changed=yes
                [exit 2]
                """);
        assertThat(DATABASE.one("select last_value from s")).isEqualTo("80");
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert into t values (N)", "select nextval('s')", "select step()"})
    void commitThatFailsKeepsTheNextOneFromRunning(String next) throws IOException {
        DATABASE.execute("create or replace function step() returns bigint volatile language sql"
                + " as $$ select nextval('s') $$");
        String text = lines(1, 20, "insert into t values (N)")
                + "insert into t values (77), (77);\n"
                + lines(30, 40, next)
                + lines(41, 50, "insert into t values (N)");

        assertThat(run(text, "--write"))
                .contains("!   in:     x.sql:21 (statement 21 of 42)\n")
                .endsWith("""
                ! dbsh: exit=2 changed=yes
                [exit 2]
                """);
        assertThat(DATABASE.one("select string_agg(id::text, ' ' order by id) from t"))
                .isEqualTo("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20");
        assertThat(DATABASE.one("select is_called from s")).isEqualTo("f");
    }

    @Test
    void writesAmongReadsAreRefusedByTheServer() throws IOException {
        assertThat(run(lines(1, 30, "select N") + "insert into t values (1);\n" + lines(1, 30, "select N")))
                .contains("! error 25006: cannot execute INSERT in a read-only transaction\n")
                .contains("!   in:     x.sql:31 (statement 31 of 61)\n")
                .endsWith("! dbsh: exit=77 changed=no\n[exit 77]\n");
        assertThat(DATABASE.one("select count(*) from t")).isEqualTo("0");
    }

    @Test
    void readOnlyThatIsLiftedFromInsideEndsTheSessionAtOnce() throws IOException {
        DATABASE.execute("create or replace function lift() returns text language sql as"
                + " 'select set_config(''default_transaction_read_only'', ''off'', false)'");

        assertThat(run(
                        lines(1, 9, "select N as a") + "select lift() as a;\n" + lines(1, 99, "select N as a")
                                + "begin;insert into t values (1);commit;",
                        "--format",
                        "csv"))
                .isEqualTo(rows(1, 9) + """
                a\r
                off\r
                ! error 25006: read-only was lifted from inside: the session is closed
                !   hint:   the connection is gone, nothing is repeated by itself: connect
                !   in:     x.sql:10 (statement 10 of 112)
                ! dbsh: exit=77 changed=no
                [exit 77]
                """);
        assertThat(DATABASE.one("select count(*) from t")).isEqualTo("0");
    }

    @Test
    void readOnlyThatIsLiftedForItsOwnTransactionChangesNothing() throws IOException {
        DATABASE.execute("create or replace function lift() returns text language sql as"
                + " 'select set_config(''default_transaction_read_only'', ''off'', true)'");

        assertThat(run(
                        lines(1, 9, "select N as a") + "select lift() as a;\n" + lines(1, 30, "select N as a"),
                        "--format",
                        "csv"))
                .isEqualTo(rows(1, 9) + "a\r\noff\r\n" + rows(1, 30) + "[exit 0]\n");
    }

    @ParameterizedTest
    @MethodSource("dev.dbsh.testing.TestServer#majors")
    void readThatWritesIsKeptBeforeWhatIsBehindItRuns(int major) throws IOException, SQLException {
        try (TestDatabase database = TestDatabase.open(major, "empty")) {
            database.execute("create table u (n int, x text default pg_current_xact_id()::text);"
                    + " create function note(n int) returns int language sql"
                    + " as 'insert into u values (n); select n'");
            dbsh = Job.of(database.login(), home);
            String text = lines(1, 9, "select N as a") + lines(10, 30, "select note(N) as a")
                    + lines(31, 40, "select N as a") + "select note(1/0);\n" + lines(50, 60, "select note(N)");

            assertThat(run(text, "--write", "--format", "csv"))
                    .startsWith(rows(1, 40) + "! error 22012: division by zero\n")
                    .endsWith("!   in:     x.sql:41 (statement 41 of 52)\n! dbsh: exit=2 changed=yes\n[exit 2]\n");
            assertThat(database.one("select string_agg(n::text, ' ' order by n) || '/' || count(distinct x) from u"))
                    .isEqualTo("10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30/21");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--color=never", "--write", "--single-transaction"})
    void connectionThatIsLostNamesWhatHasNoAnswer(String option) throws IOException {
        List<Integer> sent = new ArrayList<>();
        AtomicInteger lost = new AtomicInteger();
        try (StrangeProxy proxy = StrangeProxy.before(DATABASE.login())) {
            proxy.next(message -> {
                Matcher number = Pattern.compile("select (\\d+) as a").matcher(message.text());
                if (message.type() == 'P' && number.find()) {
                    sent.add(Integer.valueOf(number.group(1)));
                }
                boolean answer = message.fromServer() && message.type() == 'D' && message.body().length == ROW;
                if (!answer || sent.isEmpty()) {
                    return Treatment.PASS;
                }
                int value = Integer.parseInt(message.text().substring(ROW - 4));
                lost.set(value - 1000);
                return sent.get(sent.size() - 1) >= value + 3 ? Treatment.CUT : Treatment.PASS;
            });
            dbsh = Job.of(proxy.login(), home);

            String answer = run(lines(1001, 1300, "select N as a"), "--format", "csv", option);

            int last = sent.get(sent.size() - 1) - 1000;
            String rolledBack = option.equals("--single-transaction") ? "; its transaction is rolled back" : "";
            assertThat(answer)
                    .contains(rows(1001, 1000 + lost.get() - 1)
                            + "a\r\n! error 08006: the connection was lost before the answer had come\n")
                    .contains("!   in:     x.sql:" + lost + " (statement " + lost + " of 300)" + rolledBack + "\n"
                            + "!           sent along: " + (last - lost.get()) + " statements behind it, up to line "
                            + last + ", without an answer too; nothing of what they wrote is kept\n")
                    .endsWith("! dbsh: exit=7 changed=no\n[exit 7]\n");
        }
    }

    @Test
    void changeWhoseCommitLostItsAnswerIsToldApartFromTheNextOne() throws IOException {
        AtomicInteger inserts = new AtomicInteger();
        try (StrangeProxy proxy = StrangeProxy.before(DATABASE.login())) {
            proxy.next(message -> {
                boolean done = message.fromServer() && message.type() == 'C';
                if (done && message.text().startsWith("INSERT")) {
                    inserts.incrementAndGet();
                }
                boolean cut = done && message.text().startsWith("COMMIT") && inserts.get() == 3;
                return cut ? Treatment.CUT : Treatment.PASS;
            });
            dbsh = Job.of(proxy.login(), home);

            assertThat(run(lines(1, 9, "insert into t values (N)"), "--write")
                            .replaceAll("(transaction) \\d+", "$1 <xid>"))
                    .endsWith("""
                    ! error 08006: the connection was lost before the answer had come
                    !   detail: It may have run: COMMITTED, the server has kept transaction <xid>
                    !   hint:   the connection is gone, nothing is repeated by itself: connect
                    !   in:     x.sql:3 (statement 3 of 9)
                    !           sent along: 1 statement behind it, up to line 4, without an answer too; nothing of what it wrote is kept
                    ! dbsh: exit=2 changed=yes
                    [exit 2]
                    """);
        }
        assertThat(DATABASE.one("select string_agg(id::text, ' ' order by id) from t"))
                .isEqualTo("1 2 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--write", "--write --single-transaction"})
    void functionThatForgetsWhatIsKeptLosesNothing(String options) throws IOException {
        DATABASE.execute("create or replace function forget() returns trigger language plpgsql as"
                + " $$ begin execute 'deallocate all'; perform nextval('s'); return new; end $$;"
                + " create trigger forget before insert on t for each row when (new.id % 7 = 0)"
                + " execute function forget();"
                + " create or replace function forgetting(n int) returns int language plpgsql as"
                + " $$ begin execute 'deallocate all'; perform nextval('s'); return n; end $$");
        String text = lines(1, 9, "select N as a") + "select forgetting(10) as a;\n" + lines(11, 20, "select N as a")
                + lines(1, 30, "insert into t values (N)") + lines(21, 30, "select N as a");

        assertThat(run(text, ("--format csv " + options).split(" "))).isEqualTo(rows(1, 30) + "[exit 0]\n");
        assertThat(DATABASE.one("select count(*) || ' ' || sum(id) from t")).isEqualTo("30 465");
        assertThat(DATABASE.one("select last_value from s")).isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--color=never", "--write", "--single-transaction", "--write --single-transaction"})
    void encodingThatIsChangedFromInsideEndsTheSessionAtOnce(String options) throws IOException {
        DATABASE.execute("create or replace function encode() returns text language sql as"
                + " 'select set_config(''client_encoding'', ''LATIN1'', false)'");

        assertThat(run(
                        lines(1, 9, "select N as a") + "select encode() as a;\n" + lines(11, 99, "select 'ä' as a"),
                        ("--format csv " + options).split(" ")))
                .startsWith(rows(1, 9) + """
                a\r
                LATIN1\r
                ! error 22021: client_encoding was changed to LATIN1 from inside, and what has come since then may be misread: the session is closed
                """)
                .contains("!   in:     x.sql:10 (statement 10 of 99)")
                .endsWith(" changed=no\n[exit 7]\n");
    }

    @Test
    void changeThatChangesTheEncodingIsNotKept() throws IOException {
        DATABASE.execute("create or replace function encode() returns trigger language plpgsql as"
                + " $$ begin perform set_config('client_encoding', 'LATIN1', false); return new; end $$;"
                + " create trigger encode before insert on t for each row when (new.id = 5)"
                + " execute function encode()");

        assertThat(run(lines(1, 9, "insert into t values (N)"), "--write"))
                .contains("""
                ! error 22021: client_encoding was changed to LATIN1 from inside, and what has come since then may be misread: the session is closed
                !   detail: It failed, nothing changed: no COMMIT was sent, the server rolls back
                """)
                .contains("!   in:     x.sql:5 (statement 5 of 9)")
                .endsWith("! dbsh: exit=2 changed=yes\n[exit 2]\n");
        assertThat(DATABASE.one("select string_agg(id::text, ' ' order by id) from t"))
                .isEqualTo("1 2 3 4");
    }

    @Test
    void stringsAreReadAsTheSessionReadsThemByThen() throws IOException {
        String off = "set standard_conforming_strings = off;\nset escape_string_warning = off;\n";

        assertThat(run(
                        "select 1 as a;\nselect 2 as a;\n" + off + "select 'it\\'s; one' as a;\n",
                        "--write",
                        "--format",
                        "csv"))
                .endsWith("a\r\nit's; one\r\n[exit 0]\n");

        DATABASE.execute("create or replace function turn() returns text language sql as"
                + " 'select set_config(''standard_conforming_strings'', ''off'', false)'");
        assertThat(run(lines(1, 5, "select N as a") + "select turn();\nselect 'a\\b' as a;\n", "--format", "csv"))
                .endsWith("""
                ! error: the statement before has changed standard_conforming_strings from inside a function; from line 7 on nothing was run
                !   hint:   set it in a statement of its own
                ! dbsh: exit=65 changed=no
                [exit 65]
                """);
    }

    @Test
    void statementsInBetweenAreNotSentAhead() throws IOException {
        assertThat(run(
                        "select 1 as a;\nselect 2 as a;\ncopy t from stdin;\n11\n12\n\\.\nselect count(*) as a from t;\n"
                                + "prepare p as select 5 as a;\nselect 4 as a;\nexecute p;\nselect 6 as a;\n",
                        "--write",
                        "--format",
                        "csv"))
                .isEqualTo("a\r\n1\r\na\r\n2\r\na\r\n2\r\na\r\n4\r\na\r\n5\r\na\r\n6\r\n[exit 0]\n");
    }

    @Test
    void whatTheSessionForgetsIsToldAgain() throws IOException {
        String inserts = lines(1, 5, "insert into t values (N)") + "delete from t where true;\n";

        assertThat(run(
                        inserts.replace("delete from t where true", "discard all")
                                + inserts.replace("insert into t values (", "update t set id = id where (0 = ")
                                + lines(6, 9, "insert into t values (N)")
                                + "deallocate all;\n"
                                + lines(10, 12, "insert into t values (N)"),
                        "--write"))
                .endsWith("[exit 0]\n");
        assertThat(DATABASE.one("select string_agg(id::text, ' ' order by id) from t"))
                .isEqualTo("6 7 8 9 10 11 12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--single-transaction"})
    void signalStopsWhatWasSentAhead(String option) throws Exception {
        String text = lines(1, 20, "select N") + "select pg_sleep(600);\n" + lines(1, 20, "select step()");
        DATABASE.execute(
                "create or replace function step() returns bigint volatile language sql as $$ select nextval('s') $$");
        Process process = start(file(text), option);
        DATABASE.await("select coalesce(max(clock_timestamp() - query_start), '0') > '2 s' from pg_stat_activity"
                + " where datname = current_database() and wait_event = 'PgSleep'");

        new ProcessBuilder("kill", "-TERM", Long.toString(process.pid())).start();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(Files.readString(home.resolve("err")).replace(home + "/", ""))
                .isEqualTo("""
                error: stopped by SIGTERM
                  detail: canceling statement due to user request
                  in:     x.sql:21 (statement 21 of 41)%s
                dbsh: exit=143 changed=no at="x.sql:21 (statement 21 of 41)"
                """.formatted(option.isEmpty() ? "" : "; its transaction is rolled back"));
        assertThat(DATABASE.one("select is_called from s")).isEqualTo("f");
    }

    @Test
    void answerDoesNotWaitForTheStatementBehind() throws Exception {
        String text = lines(1, 3, "insert into t values (N)") + "insert into t select 4 from pg_sleep(600);\n"
                + "insert into t values (5);\n";

        Process process = start(file(text), "");
        DATABASE.await("select exists (select from pg_stat_activity where datname = current_database()"
                + " and wait_event = 'PgSleep')");
        Waiting.until(
                "the answers before it are there",
                () -> Files.readString(home.resolve("out")).equals("1 row inserted\n".repeat(3)));
        new ProcessBuilder("kill", "-TERM", Long.toString(process.pid())).start();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(home.resolve("err"))).endsWith("""
                dbsh: exit=2 changed=yes at="%s/x.sql:4 (statement 4 of 5)"
                """.formatted(home));
        assertThat(DATABASE.one("select string_agg(id::text, ' ' order by id) from t"))
                .isEqualTo("1 2 3");
    }

    private Process start(String file, String option) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Ddbsh.tty=",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--write",
                "sql",
                "--file",
                file));
        if (!option.isEmpty()) {
            command.add(option);
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(home.resolve("out").toFile())
                .redirectError(home.resolve("err").toFile());
        builder.environment().clear();
        builder.environment().putAll(dbsh.environment());
        return builder.start();
    }
}
