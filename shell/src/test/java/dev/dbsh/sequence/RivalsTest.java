package dev.dbsh.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbsh.command.Change;
import dev.dbsh.command.Progress;
import dev.dbsh.command.Refusal;
import dev.dbsh.demo.Login;
import dev.dbsh.pg.Patience;
import dev.dbsh.pg.Session;
import dev.dbsh.report.Outcome;
import dev.dbsh.testing.DbshUnderTest;
import dev.dbsh.testing.PgBouncer;
import dev.dbsh.testing.Standby;
import dev.dbsh.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A repair while others are at the same tables, or where it cannot be. */
class RivalsTest {
    private static final String WALKING =
            "select exists (select from pg_stat_activity where datname = current_database()"
                    + " and state = 'active' and query like '%handed_out%' and pid <> pg_backend_pid())";

    @TempDir
    Path home;

    @RegisterExtension
    final TestDatabase database = TestDatabase.with("sequence-shapes");

    @Test
    void whatIsNotCommittedYetIsSaidAndFoundAfterwards() throws SQLException {
        Connection writer = database.connect();
        int pid = pid(writer);
        writer.setAutoCommit(false);
        TestDatabase.execute(writer, "insert into sq.a (id) values (5000)");

        Change.Done done = Fixing.fix(database.session(), "a");
        writer.commit();

        assertThat(Fixing.lines(done).get(0))
                .matches("sq.a_id_seq advanced 1 6: what pid " + pid + ", idle in transaction, open for \\d+ s"
                        + " has written is not seen yet: check again when it has ended");
        assertThat(new Sequences(database.session())
                        .states(Filter.NONE).stream()
                                .filter(state -> state.sequence().name().name().equals("a_id_seq"))
                                .findFirst()
                                .orElseThrow()
                                .status())
                .isEqualTo(Status.BEHIND);
    }

    @Test
    void wideGapGivesUpWhileAWriterIsThereAndNamesIt() throws SQLException {
        database.execute("create table sq.huge (id bigserial primary key); insert into sq.huge values (50000000)");
        Connection writer = database.connect();
        int pid = pid(writer);
        writer.setAutoCommit(false);
        TestDatabase.execute(writer, "insert into sq.huge values (60000000)");

        Change.Done done = Fixing.fix(database.session(), "huge");
        writer.commit();

        assertThat(Fixing.lines(done).get(0))
                .matches("sq.huge_id_seq busy 1 1: others are at its tables: pid " + pid
                        + ", idle in transaction, open for \\d+ s");
        assertThat(((Refusal) done.trouble()).kind()).isEqualTo(Refusal.Kind.BUSY);
        assertThat(done.changed()).isFalse();
        assertThat(Fixing.lines(Fixing.fix(database.session(), "huge")))
                .containsExactly("sq.huge_id_seq advanced 1 60000001");
    }

    @Test
    void lockedTableIsBusyAndNotUnknownForEver() throws SQLException {
        Connection holder = database.connect();
        int pid = pid(holder);
        holder.setAutoCommit(false);
        TestDatabase.execute(holder, "lock table sq.c in access exclusive mode");

        Change.Done done = Fixing.fix(database.session(), "c");
        holder.rollback();

        assertThat(Fixing.lines(done)).containsExactly("sq.c_id_seq busy 1 1: locked by pid " + pid);
        assertThat(((Refusal) done.trouble()).kind()).isEqualTo(Refusal.Kind.BUSY);
    }

    @Test
    void jobIsToldWhetherSomethingWasChangedAndWhetherToTryAgain() throws SQLException {
        Connection holder = database.connect();
        holder.setAutoCommit(false);
        TestDatabase.execute(holder, "lock table sq.c in access exclusive mode");
        DbshUnderTest dbsh = new DbshUnderTest(database, home);

        DbshUnderTest.Result busy = dbsh.run(List.of("sequences", "fix", "c", "--yes"), "");
        DbshUnderTest.Result mixed = dbsh.run(List.of("sequences", "fix", "c", "d", "--yes"), "");
        holder.rollback();
        DbshUnderTest.Result done = dbsh.run(List.of("sequences", "fix", "c", "d", "--yes"), "");

        assertThat(busy.exit()).isEqualTo(75);
        assertThat(busy.err()).endsWith("dbsh: exit=75 changed=no\n");
        assertThat(mixed.exit()).isEqualTo(2);
        assertThat(mixed.err()).endsWith("dbsh: exit=2 changed=yes\n");
        assertThat(done.exit()).isZero();
        assertThat(done.out().lines()).contains("1 sequence advanced, 1 not behind");
    }

    @Test
    void jobThatAsksForAllIsNotToldThatAllIsWellWhenOneCouldNotBeSeen() {
        Login role = database.role("in role pg_read_all_data, pg_write_all_data");
        database.execute("grant usage on all sequences in schema sq, oth, \"My Schema\" to " + role.user());
        database.execute("alter table sq.c enable row level security; create policy none on sq.c using (v = 2)");
        DbshUnderTest dbsh = new DbshUnderTest(database, home);
        List<String> all = List.of("-d", TestDatabase.uri(role), "sequences", "fix", "--all", "--yes");

        DbshUnderTest.Result first = dbsh.run(all, "");
        DbshUnderTest.Result second = dbsh.run(all, "");

        assertThat(first.exit()).isEqualTo(2);
        assertThat(first.err()).endsWith("dbsh: exit=2 changed=yes\n");
        assertThat(second.exit()).isEqualTo(77);
        assertThat(second.err()).contains("sq.c_id_seq: row-level security hides rows from you");
        assertThat(second.err()).endsWith("dbsh: exit=77 changed=no\n");
    }

    @Test
    void sessionsThatMayHoldOlderValuesAreCounted() throws SQLException {
        Connection holder = database.connect();
        TestDatabase.execute(holder, "insert into sq.cached_t select nextval('sq.cached') + 1000");

        Change.Done done = Fixing.fix(database.session(), "cached");

        assertThat(Fixing.lines(done).get(0))
                .matches("sq.cached advanced 51 \\d+: sessions that were connected may still hand out older values,"
                        + " 50 at a time: \\d+ to reconnect, or to run discard sequences");
        assertThatThrownBy(() -> TestDatabase.execute(holder, "insert into sq.cached_t default values"))
                .hasMessageContaining("(id)=(2) already exists");
        TestDatabase.execute(holder, "discard sequences");
        TestDatabase.execute(holder, "insert into sq.cached_t default values");
        assertThat(Long.parseLong(database.one("select max(id) from sq.cached_t")))
                .isGreaterThan(1001);
    }

    @Test
    void stoppedOnTheWayItSaysWhereItStandsAndGoesOnNextTime() {
        database.execute("create table sq.wide (id bigserial primary key); insert into sq.wide values (9900000)");
        Session session = database.session();
        CompletableFuture<Change.Done> running = CompletableFuture.supplyAsync(() -> Fixing.fix(session, "wide d"));
        database.await(WALKING);

        session.stop(Patience.OF_A_PERSON, line -> {});
        Change.Done done = running.join();

        assertThat(Fixing.lines(done).get(0))
                .matches("sq.wide_id_seq failed 1 \\d+: 57014 canceling statement due to user request");
        assertThat(Fixing.lines(done).get(1)).isEqualTo("sq.something_else left_alone 1 1: not begun");
        assertThat(done.report().outcome()).isEqualTo(Outcome.FINDINGS);
        assertThat(Fixing.lines(Fixing.fix(session, "wide")).get(0)).matches("sq.wide_id_seq advanced \\d+ 9900001");
    }

    @Test
    void endedOnTheWayItStillTellsWhatWasAdvanced() throws InterruptedException {
        database.execute("create table sq.wide (id bigserial primary key); insert into sq.wide values (9900000)");
        Session session = database.session();
        CompletableFuture<Change.Done> running = CompletableFuture.supplyAsync(() -> Fixing.fix(session, "c wide"));
        database.await(WALKING);

        session.end(Patience.OF_A_SIGNAL, line -> {}, Duration.ofSeconds(7));
        Change.Done done = running.join();

        assertThat(done.changed()).isTrue();
        assertThat(Fixing.lines(done)).hasSize(2);
        assertThat(Fixing.lines(done).get(0)).matches("sq.c_id_seq advanced 1 \\d+");
        assertThat(Fixing.lines(done).get(1)).startsWith("sq.wide_id_seq failed 1 ");
    }

    @Test
    void lostAnswerIsSaidToBeUnknownWithWhatTells() throws SQLException {
        database.execute("create table sq.wide (id bigserial primary key); insert into sq.wide values (9900000)");
        DbshUnderTest dbsh = new DbshUnderTest(database, home);
        CompletableFuture<DbshUnderTest.Result> running =
                CompletableFuture.supplyAsync(() -> dbsh.run(List.of("sequences", "fix", "wide", "--yes"), ""));
        database.await(WALKING);

        database.execute("select pg_terminate_backend(pid) from pg_stat_activity where query like '%handed_out%'"
                + " and state = 'active' and pid <> pg_backend_pid() and datname = current_database()");

        DbshUnderTest.Result result = running.join();
        assertThat(result.exit()).isEqualTo(8);
        assertThat(result.err())
                .contains("this tells later: select last_value, is_called from sq.wide_id_seq")
                .endsWith("dbsh: exit=8 changed=unknown\n");
    }

    @Test
    void nothingIsRepairedThroughAPooler() {
        Assumptions.assumeThat(PgBouncer.isInstalled()).isTrue();
        try (PgBouncer bouncer = PgBouncer.before(database.login());
                Session session = database.session(bouncer.login())) {
            assertThatThrownBy(() -> Fixing.plan(session, "a"))
                    .hasMessage("nothing is changed through a pooler: what a session is set to does not hold there");
        }
    }

    @Test
    void nothingIsRepairedOnAStandbyAndNothingThereIsFine() throws SQLException {
        Assumptions.assumeThat(Standby.isPossible()).isTrue();
        try (Standby standby = Standby.start();
                Connection primary = standby.primary().open("dbsh-test")) {
            TestDatabase.execute(primary, "create table t (id serial primary key)");
            TestDatabase.execute(primary, "insert into t select from generate_series(1, 5)");
            standby.awaitReplay();
            try (Session session = database.session(standby.login())) {
                SequenceState state = new Sequences(session).states(Filter.NONE).get(0);

                assertThat(state.status()).isEqualTo(Status.UNKNOWN);
                assertThat(Note.of(state)).isEqualTo("standby: values may be up to 32 increments ahead");
                assertThat(state.position()).isEqualTo(new Position(33, true));
                assertThatThrownBy(() -> Fixing.plan(session, "--all"))
                        .hasMessage("this is a standby: its sequences follow the primary's, nothing was changed");
            }
        }
    }

    @Test
    void promotionInTheMiddleOfACheckIsNoOkayAndNoRepair() throws SQLException {
        Assumptions.assumeThat(Standby.isPossible()).isTrue();
        try (Standby standby = Standby.start();
                Connection primary = standby.primary().open("dbsh-test")) {
            TestDatabase.execute(primary, "create table t (id serial primary key)");
            TestDatabase.execute(primary, "insert into t select from generate_series(1, 5)");
            TestDatabase.execute(primary, "insert into t values (40)");
            standby.awaitReplay();
            Progress promotes = (what, all) -> {
                standby.promote();
                return Progress.UNSEEN.begin(what, all);
            };
            try (Session begun = database.session(standby.login())) {
                SequenceState during = new Sequences(begun, new Effort(false, 1, promotes))
                        .states(Filter.NONE)
                        .get(0);

                assertThat(during.status()).isEqualTo(Status.BEHIND);
                assertThat(during.target()).isNull();
                assertThatThrownBy(() -> Fixing.plan(begun, "--all"))
                        .hasMessage("this is a standby: its sequences follow the primary's, nothing was changed");
            }
            try (Session after = database.session(standby.login())) {
                assertThat(Fixing.lines(Fixing.fix(after, "--all"))).containsExactly("public.t_id_seq advanced 34 41");
            }
        }
    }

    private static int pid(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }
}
