package dev.dbsh.pg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbsh.demo.Login;
import dev.dbsh.pg.connect.Opened;
import dev.dbsh.testing.PgBouncer;
import dev.dbsh.testing.Standby;
import dev.dbsh.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.Assumptions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionTest {
    private static final Sql SETTINGS = Sql.of(SessionTest.class, "settings.sql");
    private static final Sql IDS =
            Sql.of(SessionTest.class, "ids.sql").with("table", new QualifiedName("public", "orders"));
    private static final Sql DIVISION = Sql.of(SessionTest.class, "division.sql");
    private static final Sql LONG_SLEEP = Sql.of(SessionTest.class, "long-sleep.sql");

    @RegisterExtension
    final TestDatabase database = TestDatabase.with("drifted-sequences");

    @Test
    void builtInStatementRunsBehindItsGuards() {
        Login role = database.role("superuser");
        database.execute("alter role " + role.user() + " set search_path = public, pg_catalog");

        assertThat(settings(database.session(role), Reads.CATALOG))
                .containsExactly("", "200ms", "5s", "off", "on", "on");
        assertThat(settings(database.session(role), Reads.TABLES))
                .containsExactly("", "200ms", "30s", "off", "off", "on");
    }

    @Test
    void settingsOfTheOperatorAreBackAfterwards() {
        Session session = database.session();
        run(session, StatementKind.SESSION, "set search_path = pg_temp");
        run(session, StatementKind.SESSION, "set lock_timeout = '7s'");

        settings(session, Reads.TABLES);
        assertThatThrownBy(() -> session.list(Reads.CATALOG, DIVISION, row -> row));

        assertThat(run(session, StatementKind.QUERY, "show search_path")).containsExactly("pg_temp");
        assertThat(run(session, StatementKind.QUERY, "show lock_timeout")).containsExactly("7s");
        assertThat(run(session, StatementKind.QUERY, "show row_security")).containsExactly("on");
        assertThat(session.transaction()).isEqualTo(TransactionState.NONE);
    }

    @Test
    void openTransactionOfTheOperatorStaysWhatItWas() {
        Session session = database.session();
        run(session, StatementKind.SESSION, "begin read write");
        run(session, StatementKind.OTHER, "create temporary table kept (id integer)");
        run(session, StatementKind.SESSION, "set local lock_timeout = '7s'");

        settings(session, Reads.TABLES);
        assertThatThrownBy(() -> session.list(Reads.CATALOG, DIVISION, row -> row))
                .hasMessageContaining("division");

        assertThat(session.transaction()).isEqualTo(TransactionState.OPEN);
        assertThat(run(session, StatementKind.QUERY, "show lock_timeout")).containsExactly("7s");
        assertThat(run(session, StatementKind.QUERY, "select count(*) from kept"))
                .containsExactly("0");
        run(session, StatementKind.SESSION, "rollback");
    }

    @Test
    void failedTransactionAnswersNothingButItsRollback() {
        Session session = database.session();
        run(session, StatementKind.SESSION, "begin");
        assertThatThrownBy(() -> run(session, StatementKind.QUERY, "select 1 / 0"));

        assertFails(() -> settings(session, Reads.CATALOG), "25P02");
        assertThat(session.transaction()).isEqualTo(TransactionState.FAILED);

        run(session, StatementKind.SESSION, "rollback");
        assertThat(settings(session, Reads.CATALOG)).hasSize(6);
    }

    @Test
    void lockedTableMakesItGiveUp() throws SQLException {
        Session session = database.session();
        Connection holder = database.connect();
        holder.setAutoCommit(false);
        TestDatabase.execute(holder, "lock table orders in access exclusive mode");

        assertFails(() -> ids(session, 3), "55P03");
        assertThat(session.transaction()).isEqualTo(TransactionState.NONE);

        holder.rollback();
        assertThat(ids(session, 3)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void rowsThatAreHiddenMakeItFailRatherThanCountLess() {
        Login reader = database.role("");
        database.execute("grant select on orders to " + reader.user());
        database.execute("alter table orders enable row level security");
        database.execute("create policy first on orders using (id = 1)");

        assertFails(() -> ids(database.session(reader), 3), "42501")
                .hasMessageContaining("would be affected by row-level security policy");
    }

    @Test
    void sessionIsReadOnlyFromItsFirstMoment() {
        Session session = database.session();

        assertThat(session.server().readOnly()).isTrue();
        assertFails(() -> run(session, StatementKind.OTHER, "create table t ()"), "25006");
    }

    @Test
    void terminatedSessionIsLostAndIsNotOpenedAgain() {
        Session session = database.session();
        terminate(session.server().backendPid());

        assertThatThrownBy(() -> settings(session, Reads.CATALOG))
                .isInstanceOfSatisfying(
                        SqlFailure.class, e -> assertThat(e.isConnectionLost()).isTrue());
        assertFails(() -> settings(session, Reads.CATALOG), "08003");
        assertThat(session.findServer()).isEmpty();
    }

    @Test
    void statementTerminatedWhileItRunsLosesTheSession() {
        Session session = database.session();
        CompletableFuture<Void> sleeping = sleeping(session);
        terminate(session.server().backendPid());

        assertThatThrownBy(sleeping::join).cause().isInstanceOfSatisfying(SqlFailure.class, e -> {
            assertThat(e.sqlState()).isEqualTo("57P01");
            assertThat(e.isConnectionLost()).isTrue();
        });
    }

    @Test
    void cancelFromAnotherThreadStopsTheStatementAndKeepsTheSession() {
        Session session = database.session();
        CompletableFuture<Void> sleeping = sleeping(session);

        assertThat(session.stop(Patience.OF_A_PERSON, text -> {})).isTrue();

        assertThatThrownBy(sleeping::join).cause().isInstanceOfSatisfying(SqlFailure.class, e -> {
            assertThat(e.sqlState()).isEqualTo("57014");
            assertThat(e.isCancelled()).isTrue();
            assertThat(e.isConnectionLost()).isFalse();
        });
        assertThat(session.stop(Patience.OF_A_PERSON, text -> {})).isFalse();
        assertThat(settings(session, Reads.CATALOG)).hasSize(6);
    }

    @Test
    void typedStatementIsCancelledTheSameWay() {
        Session session = database.session();
        session.server();
        CompletableFuture<Void> sleeping =
                CompletableFuture.runAsync(() -> run(session, StatementKind.QUERY, "select pg_sleep(600)"));
        awaitSleep();

        assertThat(session.stop(Patience.OF_A_PERSON, text -> {})).isTrue();

        assertThatThrownBy(sleeping::join)
                .cause()
                .isInstanceOfSatisfying(
                        SqlFailure.class, e -> assertThat(e.sqlState()).isEqualTo("57014"));
        assertThat(session.transaction()).isEqualTo(TransactionState.NONE);
        assertThat(run(session, StatementKind.QUERY, "select 1")).containsExactly("1");
    }

    @Test
    void protocolViolationDoesNotCostTheSession() {
        Session session = database.session();

        assertThatThrownBy(() -> run(session, StatementKind.QUERY, "select '\0'"))
                .isInstanceOfSatisfying(
                        SqlFailure.class, e -> assertThat(e.isConnectionLost()).isFalse());
        assertThat(run(session, StatementKind.QUERY, "select 1")).containsExactly("1");
    }

    @Test
    void serverThatEndsAnIdleTransactionHasEndedTheSession() {
        Session session = database.session();
        int pid = session.server().backendPid();
        run(session, StatementKind.SESSION, "set idle_in_transaction_session_timeout = '1ms'");
        run(session, StatementKind.SESSION, "begin");
        database.await("select not exists (select from pg_stat_activity where pid = " + pid + ")");

        assertThatThrownBy(() -> run(session, StatementKind.QUERY, "select 1"))
                .isInstanceOfSatisfying(
                        SqlFailure.class, e -> assertThat(e.isConnectionLost()).isTrue());
    }

    @Test
    void firstUseTellsWhyConnectingFailed() {
        Session session = new Session();
        session.connect(() -> {
            throw new IllegalArgumentException("no such place");
        });

        assertThatThrownBy(session::server)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such place");
        assertThat(session.stop(Patience.OF_A_PERSON, text -> {})).isFalse();
        assertThat(session.findServer()).isEmpty();
        session.close();
    }

    @Test
    void sessionClosedWhileConnectingLeavesNoneBehind() {
        CompletableFuture<Void> dialled = new CompletableFuture<>();
        CompletableFuture<Void> gate = new CompletableFuture<>();
        Session session = new Session();
        session.connect(() -> {
            Opened opened = database.open();
            dialled.complete(null);
            gate.join();
            return opened;
        });
        dialled.join();

        session.close();
        gate.complete(null);

        database.await("select not exists (select from pg_stat_activity where application_name = 'dbsh test')");
    }

    @Test
    void exactlyOneRowIsOneRow() {
        Session session = database.session();

        assertThat(session.<Long>one(Reads.TABLES, IDS, row -> row.number("id"), 1L))
                .isEqualTo(1L);
        assertThatThrownBy(() -> session.<Long>one(Reads.TABLES, IDS, row -> row.number("id"), 2L))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("ids.sql gave 2 rows instead of one");
    }

    @Test
    void poolerIsNoticedAndKeepsNoSettingOfOurs() throws SQLException {
        Assumptions.assumeThat(PgBouncer.isInstalled()).isTrue();
        try (PgBouncer bouncer = PgBouncer.before(database.login())) {
            Session session = database.session(bouncer.login());

            assertThat(session.server().isPooled()).isTrue();
            assertThat(settings(session, Reads.TABLES)).startsWith("", "200ms");
            assertFails(() -> run(session, StatementKind.QUERY, "select nextval('orders_id_seq')"), "25006");
            assertThat(Typed.run(session, "select current_setting('transaction_read_only') -- and no more"))
                    .containsExactly("on");
            try (Connection rival = bouncer.login().open("rival")) {
                assertThat(setting(rival, "search_path")).isEqualTo("\"$user\", public");
                assertThat(setting(rival, "transaction_read_only")).isEqualTo("off");
            }
            session.close();
        }
    }

    @Test
    void standbyIsNoticedAndRead() {
        Assumptions.assumeThat(Standby.isPossible()).isTrue();
        try (Standby standby = Standby.start()) {
            standby.awaitReplay();
            Session session = database.session(standby.login());

            assertThat(session.server().standby()).isTrue();
            assertThat(settings(session, Reads.CATALOG)).startsWith("", "200ms");
            session.close();
        }
    }

    private CompletableFuture<Void> sleeping(Session session) {
        session.server();
        CompletableFuture<Void> sleeping =
                CompletableFuture.runAsync(() -> session.list(Reads.TABLES, LONG_SLEEP, row -> row));
        awaitSleep();
        return sleeping;
    }

    private void awaitSleep() {
        database.await("select exists (select from pg_stat_activity where datname = current_database()"
                + " and wait_event = 'PgSleep')");
    }

    private void terminate(int pid) {
        assertThat(database.one("select pg_terminate_backend(" + pid + ")")).isEqualTo("t");
        database.await("select not exists (select from pg_stat_activity where pid = " + pid + ")");
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static List<String> settings(Session session, Reads reads) {
        return session.one(
                reads,
                SETTINGS,
                row -> List.of(
                        row.text("search_path").replace("\"\"", ""),
                        row.text("lock_timeout"),
                        row.text("statement_timeout"),
                        row.text("jit"),
                        row.text("row_security"),
                        row.text("read_only")));
    }

    private static List<Long> ids(Session session, long most) {
        return session.list(Reads.TABLES, IDS, row -> row.number("id"), most);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertFails(ThrowingCallable call, String sqlState) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SqlFailure.class, e -> assertThat(e.sqlState()).isEqualTo(sqlState));
    }

    private static List<String> run(Session session, StatementKind kind, String sql) {
        return Typed.run(session, kind, sql);
    }
}
