package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call ends with when the server says no, and whether it has changed anything by then. */
class BatchFailureTest {
    private static final String LIFTS = """
            ! error: this session is read-only, and the statement would lift that
            !   hint:   write on at the prompt, --write in a call
            ! dbsh: exit=77 changed=no
            [exit 77]
            """;
    private static final String DIVISION = """
            ! error 22012: division by zero
            ! dbsh: exit=CODE changed=CHANGED
            [exit CODE]
            """;
    private static final String FAILED = DIVISION.replace("CODE", "1").replace("CHANGED", "no");
    private static final String FAILED_CHANGED = DIVISION.replace("CODE", "2").replace("CHANGED", "yes");

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.with("drifted-sequences");

    @TempDir
    private Path home;

    private Job dbsh;

    @BeforeEach
    void callsThisDatabase() {
        dbsh = Job.of(DATABASE.login(), home);
    }

    @Test
    void changeBeforeAFailureIsTold() {
        assertThat(dbsh.run("--write", "-c", "insert into refunds (amount) values (1)", "-c", "select 1/0"))
                .isEqualTo("1 row inserted\n" + FAILED_CHANGED);
        assertThat(dbsh.fed(
                        "update refunds set amount = 2 where id > 0;\ndelete from refunds where id = 1;\nselect 1/0;",
                        "--write"))
                .isEqualTo("3 rows updated\n1 row deleted\n" + FAILED_CHANGED);
        assertThat(dbsh.run("--write", "-c", "create table t (); tabels")).isEqualTo("""
                        done: create table
                        ! error: there is no command "tabels"
                        !   hint:   did you mean tables? type help for all of them
                        ! dbsh: exit=2 changed=yes
                        [exit 2]
                        """);
    }

    @Test
    void inputThatBreaksAfterAChangeCountsLessThanTheChange() {
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream("create table t ();\n".getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("Input/output error");
                    }
                });

        assertThat(dbsh.fed(broken, "--write")).isEqualTo("""
                done: create table
                ! error: Input/output error
                ! dbsh: exit=2 changed=yes
                [exit 2]
                """);
    }

    @Test
    void failedChangeAndChangeTakenBackAreNone() {
        assertThat(dbsh.run("--write", "-c", "select 1/0", "-c", "create table t ()"))
                .isEqualTo(FAILED);
        assertThat(dbsh.run("--write", "-c", "begin; create table t (); rollback; select 1/0"))
                .isEqualTo("done: begin\ndone: create table\ndone: rollback\n" + FAILED);
        assertThat(dbsh.run("--write", "-c", "begin; create table t (); select 1/0"))
                .isEqualTo("done: begin\ndone: create table\n" + FAILED);
        assertThat(dbsh.run("--write", "-c", "begin; create table t (); commit; select 1/0"))
                .isEqualTo("done: begin\ndone: create table\ndone: commit\n" + FAILED_CHANGED);
    }

    @Test
    void whatLosesEverythingNeedsItsNameBeforehand() {
        String refused = """
                ! error: DELETE without WHERE changes every row of refunds: nobody is there to be asked, nothing was run
                !   hint:   --confirm refunds
                ! dbsh: exit=5 changed=no
                [exit 5]
                """;
        assertThat(dbsh.run("--write", "-c", "delete from refunds")).isEqualTo(refused);
        assertThat(dbsh.run("--write", "--yes", "--confirm", "orders", "-c", "delete from refunds"))
                .isEqualTo(refused);
        assertThat(dbsh.run("--write", "-c", "begin; truncate refunds, orders")).isEqualTo("""
                done: begin
                ! error: TRUNCATE refunds, orders: what it loses stays lost: nobody is there to be asked, nothing was run
                !   hint:   --confirm 'refunds, orders'
                ! dbsh: exit=5 changed=no
                [exit 5]
                """);
        assertThat(dbsh.run(
                        "--write",
                        "--confirm",
                        "refunds",
                        "--confirm",
                        "a",
                        "-c",
                        "create table a (); drop table a",
                        "-c",
                        "delete from refunds"))
                .isEqualTo("done: create table\ndone: drop table\n2 rows deleted\n[exit 0]\n");
    }

    @Test
    void writeModeIsNotForACall() {
        assertThat(dbsh.run("-c", "write on")).isEqualTo("""
                ! error: write on is for the prompt, where each change is shown
                !   hint:   dbsh --write
                ! dbsh: exit=5 changed=no
                [exit 5]
                """);
        assertThat(dbsh.run("-c", "write")).isEqualTo("read-only: raw SQL cannot write\n[exit 0]\n");
        assertThat(dbsh.run("--write", "-c", "write")).isEqualTo("raw SQL may write\n[exit 0]\n");
    }

    @Test
    void transactionLeftOpenIsRolledBack() {
        assertThat(dbsh.run("--write", "-c", "begin; delete from refunds where id > 0"))
                .isEqualTo("""
                done: begin
                2 rows deleted
                ! error: the transaction was left open: it is rolled back
                !   hint:   commit;
                ! dbsh: exit=1 changed=no
                [exit 1]
                """);
        assertThat(DATABASE.one("select count(*) from refunds")).isEqualTo("2");
    }

    @Test
    void commitThatTheServerTurnsIntoARollbackIsAFailure() {
        assertThat(dbsh.run(
                        "--write",
                        "-c",
                        "create table t (id int primary key deferrable initially deferred); begin",
                        "-c",
                        "insert into t values (1), (1); commit"))
                .isEqualTo("""
                        done: create table
                        done: begin
                        2 rows inserted
                        ! error 23505: duplicate key value violates unique constraint "t_pkey"
                        !   detail: Key (id)=(1) already exists.
                        !   on:     table public.t, constraint t_pkey
                        !   try:    select * from public.t where id = '1';
                        ! dbsh: exit=2 changed=yes
                        [exit 2]
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin read write",
                "BEGIN ISOLATION LEVEL SERIALIZABLE, READ\n--\nWRITE",
                "start /* read only */ transaction read write",
                "begin; set local transaction_read_only = off",
                "set transaction read write",
                "set transaction_read_only to off",
                "set \"transaction_read_only\" = off",
                "set session default_transaction_read_only = off",
                "set u&\"transaction\\005fread_only\" to off",
                "set U&\"d!0065fault_transaction_read_only\" uescape '!' to off",
                "set session characteristics as transaction read write",
                "reset default_transaction_read_only",
                "select set_config('default_transaction_read_only', 'off', false)"
            })
    void statementThatWouldLiftReadOnlyIsRefused(String statement) {
        assertThat(dbsh.run("-c", statement).replace("done: begin\n", "")).isEqualTo(LIFTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into refunds (amount) values (1)",
                "create table t ()",
                "truncate refunds",
                "select nextval('refunds_id_seq')",
                "with x as (delete from refunds returning 1) select * from x",
                "explain analyze delete from refunds",
                "reset all; create table t ()",
                "discard all; create table t ()",
                "prepare p as delete from refunds; execute p"
            })
    void readOnlySessionWritesNothing(String statement) {
        assertThat(dbsh.run("-c", statement))
                .contains("! error 25006: cannot execute ")
                .endsWith("""
                         in a read-only transaction
                        !   hint:   write on at the prompt, --write in a call
                        ! dbsh: exit=77 changed=no
                        [exit 77]
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "do $$ begin commit; set transaction read write; create table t (); end $$",
                "do $$ begin set transaction read write; create table t (); end $$",
                "begin; do $$ begin perform set_config('transaction_read_only', 'off', true); create table t (); end $$"
            })
    void blockOfCodeDoesNotLiftReadOnlyEither(String statement) {
        assertThat(dbsh.run("-c", statement))
                .contains("! error: this session is read-only, and DO runs what is not in the statement")
                .endsWith("! dbsh: exit=77 changed=no\n[exit 77]\n");
        assertThat(DATABASE.one("select to_regclass('public.t')")).isNull();
    }

    @Test
    void defaultThatIsLiftedFromInsideEndsTheSession() {
        DATABASE.execute("create function lift() returns text language sql as"
                + " 'select set_config(''default_transaction_read_only'', ''off'', false)'");

        assertThat(dbsh.run("-c", "select lift(); create table t ()"))
                .contains("! error 25006: read-only was lifted from inside: the session is closed\n")
                .endsWith("! dbsh: exit=77 changed=no\n[exit 77]\n");
        assertThat(DATABASE.one("select to_regclass('public.t')")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1 --\r; commit; begin read write; create table t (); commit",
                "lock table refunds in access exclusive mode",
                "select pg_catalog.pg_advisory_lock(1)",
                "select \"pg_terminate_backend\"(0)",
                "copy refunds to program 'cat'",
                "checkpoint",
                "notify x",
                "prepare transaction 'x'",
                "commit prepared 'x'",
                "explain analyze create table t as select 1"
            })
    void whatReadOnlyLetsThroughIsRefused(String statement) {
        assertThat(dbsh.run("-c", statement))
                .containsPattern("\\[exit (77|64|1)]")
                .contains("changed=no");
        assertThat(DATABASE.one("select to_regclass('public.t')")).isNull();
    }

    @Test
    void stringsEndWhereTheyDoForTheServer() {
        DATABASE.execute("alter database " + DATABASE.login().database() + " set standard_conforming_strings = off");

        String text = "select '\\' || ';commit; begin read write; create table t (); commit; select '";
        assertThat(dbsh.run("-c", text)).isEqualTo("""
                ! error: -c, line 1, column 77: the quote ' is not closed; nothing of it was run
                !   hint:   close it with '
                ! dbsh: exit=65 changed=no
                [exit 65]
                """);
        assertThat(dbsh.run("-c", text + "'")).endsWith("""
                ! error: this session is read-only, and the statement would lift that
                !   hint:   write on at the prompt, --write in a call
                ! dbsh: exit=77 changed=no
                [exit 77]
                """);
    }

    @Test
    void functionInASelectCountsAsAChange() {
        DATABASE.execute("create function writes() returns int language sql as"
                + " 'insert into refunds (amount) values (1) returning 1'");

        assertThat(dbsh.run("--write", "-c", "select writes()", "-c", "select nothing"))
                .endsWith("! dbsh: exit=2 changed=yes\n[exit 2]\n");
    }

    @Test
    void connectionThatNeverStoodIsNoUnknownOutcome() {
        assertThat(dbsh.run("--write", "-d", "no_such_database", "-c", "insert into refunds (amount) values (1)"))
                .endsWith("! dbsh: exit=7 changed=no\n[exit 7]\n");
    }

    @Test
    void lockedTableIsBusy() {
        Connection other = DATABASE.connect();
        TestDatabase.execute(other, "begin; lock table refunds in access exclusive mode");

        for (String statement : new String[] {"select * from refunds", "update refunds set amount = 1 where id > 0"}) {
            assertThat(dbsh.run("--write", "--lock-timeout", "50ms", "-c", statement)
                            .replaceAll("(?m)^!  .*\n", ""))
                    .isEqualTo("""
                            ! error 55P03: canceling statement due to lock timeout
                            ! dbsh: exit=75 changed=no
                            [exit 75]
                            """);
        }
        TestDatabase.execute(other, "rollback");
    }

    @Test
    void missingPrivilegeIsARefusal() {
        String role = DATABASE.role("").user();

        assertThat(dbsh.with("PGUSER", role).run("-c", "select * from refunds")).isEqualTo("""
                ! error 42501: permission denied for table refunds
                !   hint:   the owner or a superuser can grant it: grant select on public.refunds to ROLE;
                ! dbsh: exit=77 changed=no
                [exit 77]
                """.replace("ROLE", role));
    }

    @Test
    void connectionLostWhileReadingMayBeTriedAgain() {
        assertThat(killed("select pg_sleep(600)")).isEqualTo("""
                ! error 57P01: terminating connection due to administrator command
                !   hint:   the connection is gone, nothing is repeated by itself: connect
                ! dbsh: exit=7 changed=no
                [exit 7]
                """);
    }

    @Test
    void connectionLostInTheMiddleOfAChangeLosesTheChange() {
        assertThat(killed("update refunds set amount = 1 where pg_sleep(600) is null", "--write"))
                .isEqualTo("""
                        ! error 57P01: terminating connection due to administrator command
                        !   detail: It failed, nothing changed: no COMMIT was sent, the server rolls back
                        !   hint:   the connection is gone, nothing is repeated by itself: connect
                        ! dbsh: exit=7 changed=no
                        [exit 7]
                        """);
    }

    @Test
    void statementThatTakesTooLongIsStopped() {
        assertThat(dbsh.run("--statement-timeout", "50ms", "-c", "select pg_sleep(600)"))
                .isEqualTo("""
                ! error 57014: canceling statement due to statement timeout
                !   hint:   statement_timeout ended it; dbsh --statement-timeout 10min allows more
                ! dbsh: exit=1 changed=no
                [exit 1]
                """);
    }

    @Test
    void noticesGoToStandardError() {
        assertThat(dbsh.run(
                        "--write", "-c", "do $$ begin raise notice 'a'; raise warning 'b' using hint = 'c'; end $$"))
                .isEqualTo("""
                        done: do
                        ! NOTICE: a
                        ! WARNING: b
                        !   hint:   c
                        [exit 0]
                        """);
    }

    private String killed(String statement, String... options) {
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> dbsh.fed(statement + ";\n", options));
        String asleep = " from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'";
        DATABASE.await("select count(*) = 1" + asleep);
        DATABASE.list("select pg_terminate_backend(pid)" + asleep);
        return answer.join();
    }
}
