package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.PgBouncer;
import dev.dbsh.testing.Pty;
import dev.dbsh.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call can do behind a pooler, in each of its modes. */
class PooledCallTest {
    private static final List<String> OF_THE_SESSION = List.of(
            "begin",
            "start transaction",
            "set work_mem = '7MB'",
            "set session characteristics as transaction read write",
            "reset all",
            "discard all",
            "listen news",
            "prepare one as select 1",
            "declare c cursor for select 1",
            "select set_config('work_mem', '7MB', false)",
            "select pg_advisory_lock(42)",
            "select pg_try_advisory_lock_shared(1, 2)");
    private static final List<String> WRITES = List.of(
            "insert into refunds (amount) values (1)",
            "update refunds set amount = 1",
            "delete from refunds",
            "with x as (delete from refunds returning 1) select * from x",
            "select nextval('refunds_id_seq')",
            "select setval('refunds_id_seq', 1000)",
            "create table t ()",
            "truncate refunds",
            "do $$ begin insert into refunds (amount) values (1); end $$",
            "explain analyze delete from refunds");

    @RegisterExtension
    final TestDatabase database = TestDatabase.with("drifted-sequences");

    @TempDir
    Path home;

    @BeforeEach
    void needsPooler() {
        Assumptions.assumeThat(PgBouncer.isInstalled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction", "session", "statement"})
    void readingWorks(String mode) {
        try (PgBouncer bouncer = PgBouncer.before(database.login(), mode)) {
            Job dbsh = Job.of(bouncer.login(), home);

            assertThat(dbsh.run("-c", "select amount from refunds order by id", "-c", "tables refunds"))
                    .endsWith("[exit 0]\n");
            assertThat(dbsh.run("sequences", "check")).endsWith("[exit 10]\n");
            assertThat(dbsh.run("status"))
                    .contains(
                            "in a mode that it does not tell: each statement runs in a READ ONLY transaction of its own; the server itself is at "
                                    + database.login().host() + ":"
                                    + database.login().port());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction", "session", "statement"})
    void whatDoesNotHoldIsRefusedWithTheWayRound(String mode) {
        try (PgBouncer bouncer = PgBouncer.before(database.login(), mode)) {
            Job dbsh = Job.of(bouncer.login(), home);
            for (String statement : OF_THE_SESSION) {
                assertThat(dbsh.run("--write", "-c", statement))
                        .as(statement)
                        .contains(" does not hold behind a pooler: the next statement may run on another connection\n")
                        .endsWith("!   hint:   connect to the server's own port: "
                                + database.login().host() + ":"
                                + database.login().port()
                                + "\n! dbsh: exit=77 changed=no\n[exit 77]\n");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction", "session", "statement"})
    void nothingIsWrittenAndNoRivalNotices(String mode) throws SQLException {
        try (PgBouncer bouncer = PgBouncer.before(database.login(), mode);
                Connection rival = bouncer.login().open("rival")) {
            String before = state();
            Job dbsh = Job.of(bouncer.login(), home);
            for (String statement : WRITES) {
                assertThat(dbsh.run("--write", "-c", statement))
                        .as(statement)
                        .endsWith("! dbsh: exit=77 changed=no\n[exit 77]\n");
            }
            assertThat(state()).isEqualTo(before);
            for (String setting : List.of(
                    "transaction_read_only",
                    "default_transaction_read_only",
                    "lock_timeout",
                    "statement_timeout",
                    "search_path",
                    "jit")) {
                assertThat(shown(rival, setting)).isEqualTo(shown(database.connection(), setting));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction", "session", "statement"})
    void failureIsToldAsItIs(String mode) {
        try (PgBouncer bouncer = PgBouncer.before(database.login(), mode)) {
            assertThat(Job.of(bouncer.login(), home).fed("select 1 as one; -- last\nselect 1/0; select 2;"))
                    .isEqualTo("""
                            one
                              1

                            1 row
                            ! error 22012: division by zero
                            ! dbsh: exit=1 changed=no
                            [exit 1]
                            """);
        }
    }

    @Test
    void failureIsSurvivedBehindAPoolerInStatementMode() {
        try (PgBouncer bouncer = PgBouncer.before(database.login(), "statement");
                Pty pty = ShellOnTerminal.open(bouncer.login(), home)) {
            for (int i = 1; i <= 5; i++) {
                pty.enter("select 1/0, '" + i + "' as fails;");
                pty.waitFor("\nerror 22012: division by zero");
                pty.enter("select amuont, 'f" + i + "' from refunds;");
                pty.waitFor("'f" + i + "' from refunds\n                 ^");
                pty.enter("select 'there ' || " + i + " as still;");
                pty.waitFor("\nthere " + i + "\n");
            }
            assertThat(pty.screen()).doesNotContain("connection", "pooling");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction", "session", "statement"})
    void functionCannotWriteOrLiftThat(String mode) {
        database.execute("""
                create function writes() returns int language plpgsql as
                    $$ begin insert into refunds (amount) values (1); return 1; end $$;
                create function lifts() returns int language plpgsql as $$ begin
                    perform set_config('transaction_read_only', 'off', true);
                    insert into refunds (amount) values (1); return 1; end $$;
                """);
        String before = state();
        try (PgBouncer bouncer = PgBouncer.before(database.login(), mode)) {
            Job dbsh = Job.of(bouncer.login(), home);
            assertThat(dbsh.run("-c", "select writes()"))
                    .startsWith("! error 25006: cannot execute INSERT in a read-only transaction\n"
                            + "!   hint:   connect to the server's own port: ")
                    .endsWith("! dbsh: exit=77 changed=no\n[exit 77]\n");
            assertThat(dbsh.run("-c", "select lifts()"))
                    .startsWith("! error 25001: transaction read-write mode must be set before any query\n");
        }
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction", "session", "statement"})
    void limitsHoldInEachStatement(String mode) {
        try (PgBouncer bouncer = PgBouncer.before(database.login(), mode)) {
            assertThat(Job.of(bouncer.login(), home)
                            .run(
                                    "--lock-timeout",
                                    "3s",
                                    "--statement-timeout",
                                    "7s",
                                    "--format",
                                    "csv",
                                    "-c",
                                    "select current_setting('lock_timeout'), current_setting('statement_timeout'),"
                                            + " current_setting('transaction_read_only')"))
                    .isEqualTo("current_setting,current_setting,current_setting\r\n3s,7s,on\r\n[exit 0]\n");
        }
    }

    private String state() {
        return database.one(
                "select concat(count(*), ' ', sum(amount), ' ', (select last_value from refunds_id_seq), ' ',"
                        + " to_regclass('public.t'), ' ', (select count(*) from pg_locks where locktype = 'advisory'))"
                        + " from refunds");
    }

    private static String shown(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("show " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
