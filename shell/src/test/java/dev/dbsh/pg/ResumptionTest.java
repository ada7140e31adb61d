package dev.dbsh.pg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbsh.demo.Login;
import dev.dbsh.testing.Standby;
import dev.dbsh.testing.StrangeProxy;
import dev.dbsh.testing.TestDatabase;
import dev.dbsh.testing.TestServer;
import dev.dbsh.testing.Waiting;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResumptionTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @Test
    void roleAndSettingsAreRestoredAndTheRestIsNamed() {
        Login role = database.role("");
        database.execute("grant " + role.user() + " to current_user");
        Session session = database.writer(database.login());
        run(session, "set search_path = \"$user\", pg_temp, public");
        run(session, "set work_mem = '7MB'");
        run(session, "set \"app.tenant\" = 'it''s 1'");
        run(session, "create temporary table kept (id integer)");
        run(session, "listen news");
        run(session, "prepare one as select 1");
        run(session, "declare all_of_them cursor with hold for select 1");
        Typed.run(session, "select pg_advisory_lock(42), pg_advisory_lock(1, 2)");
        run(session, "set role " + role.user());
        session.look();
        session.takeStock();
        terminate(session);

        Loss loss =
                session.resume(() -> TestDatabase.openWriting(database.login())).orElseThrow();

        assertThat(loss.restored()).isTrue();
        assertThat(loss.transaction()).isEqualTo(TransactionState.NONE);
        assertThat(loss.belongings().things())
                .isEqualTo(Map.of(
                        "temporary tables", List.of("kept"),
                        "advisory locks", List.of("1, 2", "42"),
                        "LISTENs", List.of("news"),
                        "prepared statements", List.of("one"),
                        "cursors", List.of("all_of_them")));
        assertThat(loss.belongings().settings()).containsOnlyKeys("app.tenant", "search_path", "work_mem");
        assertThat(session.server().user()).isEqualTo(role.user());
        assertThat(Typed.run(session, "show search_path")).containsExactly("\"$user\", pg_temp, public");
        assertThat(Typed.run(session, "show work_mem")).containsExactly("7MB");
        assertThat(Typed.run(session, "show app.tenant")).containsExactly("it's 1");
        assertThat(Typed.run(session, "select current_user")).containsExactly(role.user());
    }

    @Test
    void whatWasUndoneWithItsTransactionIsNotRestored() {
        Session session = database.writer(database.login());
        run(session, "set work_mem = '7MB'");
        session.takeStock();
        Typed.run(session, StatementKind.BEGIN, "begin");
        run(session, "set work_mem = '9MB'");
        session.takeStock();
        terminate(session);

        Loss loss =
                session.resume(() -> TestDatabase.openWriting(database.login())).orElseThrow();

        assertThat(loss.transaction()).isEqualTo(TransactionState.OPEN);
        assertThat(Typed.run(session, "show work_mem")).containsExactly("7MB");
    }

    @Test
    void sessionThatWasKeptFromWritingStaysSo() {
        Session session = database.writer(database.login());
        session.allowWrites(false);
        terminate(session);

        Loss loss =
                session.resume(() -> TestDatabase.openWriting(database.login())).orElseThrow();

        assertThat(session.server().readOnly()).isTrue();
        assertThat(loss.belongings().settings()).isEmpty();
    }

    @Test
    void secondLossRestoresTheSame() {
        Session session = database.writer(database.login());
        run(session, "set work_mem = '7MB'");
        session.takeStock();
        for (int i = 0; i < 2; i++) {
            terminate(session);
            session.resume(() -> TestDatabase.openWriting(database.login()));
            session.takeStock();
        }

        assertThat(Typed.run(session, "show work_mem")).containsExactly("7MB");
    }

    @Test
    void lossBeforeItWasAskedWhatThereIsIsSaid() {
        Session session = database.writer(database.login());
        run(session, "set work_mem = '7MB'");
        terminate(session);

        Loss loss =
                session.resume(() -> TestDatabase.openWriting(database.login())).orElseThrow();

        assertThat(loss.complete()).isFalse();
        assertThat(Typed.run(session, "show work_mem")).containsExactly("4MB");
    }

    @Test
    void connectionThatStandsIsAskedBeforeItIsGivenUp() {
        Session session = database.writer(database.login());
        run(session, "set work_mem = '7MB'");

        Loss loss =
                session.resume(() -> TestDatabase.openWriting(database.login())).orElseThrow();

        assertThat(loss.complete()).isTrue();
        assertThat(Typed.run(session, "show work_mem")).containsExactly("7MB");
    }

    @Test
    void roleOfALostTransactionIsNotTaken() {
        Login role = database.role("");
        database.execute("grant " + role.user() + " to current_user");
        Session session = database.writer(database.login());
        Typed.run(session, StatementKind.BEGIN, "begin");
        run(session, "set role " + role.user());
        session.look();
        terminate(session);

        assertRefused(
                session,
                database.login(),
                "not connected: nobody knows which role the lost session had in the end; connect CONNECTION goes there"
                        + " on purpose");
    }

    @Test
    void openTransactionIsToldWithItsOutcome() {
        Session session = database.writer(database.login());
        Typed.run(session, StatementKind.BEGIN, "begin");
        Typed.run(session, StatementKind.OTHER, "create sequence numbers");
        Typed.run(session, "select setval('numbers', 7)");
        int pid = session.server().backendPid();
        database.execute("select pg_terminate_backend(" + pid + ")");
        AtomicReference<SqlFailure> told = new AtomicReference<>();

        Waiting.until("the end is noticed", () -> {
            told.set(catchThrowableOfType(SqlFailure.class, session::listen));
            return told.get() != null;
        });

        assertThat(told.get().failure().detail())
                .isEqualTo("It failed, nothing changed: the open transaction was not committed, the server rolls it"
                        + " back, but not what setval did");
    }

    @Test
    void roleThatMayNotBeTakenAnyMoreLeavesTheSessionClosed() {
        Login role = database.role("");
        Login login = database.role("");
        database.execute("grant " + role.user() + " to " + login.user());
        Session session = database.writer(login);
        run(session, "set role " + role.user());
        session.look();
        session.takeStock();
        terminate(session);
        database.execute("revoke " + role.user() + " from " + login.user());

        assertRefused(
                session,
                login,
                "the session cannot be made what it was: permission denied to set role \"" + role.user()
                        + "\"; connect CONNECTION goes there on purpose");
        database.await("select not exists (select from pg_stat_activity where usename = '" + login.user() + "')");
    }

    @Test
    void roleThatMayDoMoreThanBeforeIsNotTaken() {
        Login login = database.role("");
        Session session = database.writer(login);
        terminate(session);
        database.execute("alter role " + login.user() + " superuser");

        assertRefused(
                session,
                login,
                "not connected: role " + login.user()
                        + " has become a superuser; connect CONNECTION goes there on purpose");
    }

    @Test
    void databaseOfTheSameNameIsAnotherOne() throws SQLException {
        try (TestDatabase other = TestDatabase.open(TestServer.newest().major(), "empty")) {
            Session session = other.writer(other.login());
            terminate(session);
            String name = other.login().database();
            database.execute("drop database " + name + " with (force)");
            database.execute("create database " + name);

            assertRefused(
                    session,
                    other.login(),
                    "not connected: another database has that name now; connect CONNECTION goes there on purpose");
        }
    }

    @Test
    void copyThatAnswersInsteadIsRefusedAndNothingIsWrittenThere() {
        Assumptions.assumeThat(Standby.isPossible()).isTrue();
        try (Standby standby = Standby.start();
                StrangeProxy proxy = StrangeProxy.before(standby.primary());
                Session session = new Session();
                Session onStandby = new Session()) {
            session.connect(() -> TestDatabase.openWriting(proxy.login()));
            run(session, "create table tags (tag text)");
            standby.awaitReplay();
            onStandby.connect(() -> TestDatabase.openWriting(standby.login()));
            assertThat(onStandby.server().standby()).isTrue();
            proxy.leadTo(standby.login());
            proxy.cut();
            Waiting.until("the end is noticed", () -> isLost(session));

            assertRefused(
                    session,
                    proxy.login(),
                    "not connected: the primary is a standby now; connect CONNECTION goes" + " there on purpose");
            standby.promote();
            assertRefused(
                    session,
                    proxy.login(),
                    "not connected: another copy of the server answers there now: its"
                            + " timeline is 00000002 and not 00000001; connect CONNECTION goes there on purpose");
            String promoted = "the standby that this session was opened on is a primary now, and the change was not"
                    + " kept; connect CONNECTION goes there on purpose";
            assertThatThrownBy(() -> Typed.run(onStandby, StatementKind.OTHER, "insert into tags values ('one')"))
                    .hasMessage(promoted);
            assertThatThrownBy(() -> Typed.run(onStandby, StatementKind.ALONE, "create database another"))
                    .hasMessage(promoted);
            Typed.run(onStandby, StatementKind.BEGIN, "begin");
            Typed.run(onStandby, StatementKind.OTHER, "insert into tags values ('two')");
            assertThatThrownBy(() -> Typed.run(onStandby, StatementKind.COMMIT, "commit"))
                    .hasMessage(promoted);
            run(onStandby, "rollback");
            assertThat(Typed.run(onStandby, "select count(*) from tags")).containsExactly("0");
        }
    }

    private static void assertRefused(Session session, Login to, String words) {
        SqlFailure failure =
                catchThrowableOfType(SqlFailure.class, () -> session.resume(() -> TestDatabase.openWriting(to)));

        assertThat(failure).hasMessage(words);
        assertThat(session.findServer()).isEmpty();
    }

    private void terminate(Session session) {
        int pid = session.server().backendPid();
        assertThat(database.one("select pg_terminate_backend(" + pid + ")")).isEqualTo("t");
        Waiting.until("the end is noticed", () -> isLost(session));
    }

    private static boolean isLost(Session session) {
        try {
            session.listen();
            return false;
        } catch (SqlFailure e) {
            return true;
        }
    }

    private static void run(Session session, String sql) {
        Typed.run(session, StatementKind.SESSION, sql);
    }
}
