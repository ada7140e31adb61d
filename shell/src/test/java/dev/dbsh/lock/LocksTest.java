package dev.dbsh.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.demo.Login;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.StatementKind;
import dev.dbsh.report.Figure;
import dev.dbsh.report.Outcome;
import dev.dbsh.report.Report;
import dev.dbsh.testing.Silence;
import dev.dbsh.testing.TestDatabase;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shapes in which sessions wait for each other, made with real ones. */
class LocksTest {
    private static final String ROW = "lk.t row (0,1)";

    @RegisterExtension
    final TestDatabase database = TestDatabase.with("row-locks");

    private Crowd crowd;

    @BeforeEach
    void gather() {
        crowd = new Crowd(database);
    }

    @AfterEach
    void disperse() {
        crowd.close();
    }

    @Test
    void nobodyWaits() {
        Report<?> report = locks("");

        assertThat(report.rows()).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.OK);
        assertThat(report.ending().verdict()).isEqualTo("no session waits for a lock");
    }

    @Test
    void rowLockOfIdleTransactionNeedsTheSessionToEnd() {
        crowd.does("a", "begin; update lk.t set v = 'a' where id = 1");
        CompletableFuture<Void> wait = crowd.waits("b", "update lk.t set v = 'b' where id = 1");

        Report<?> report = locks("");

        assertThat(crowd.drawn(report))
                .containsExactly(
                        "a, frees 1, terminate", "└─ b <- a: transactionid ShareLock " + ROW + ", frees 0, wait");
        assertThat(report.ending().verdict()).isEqualTo("1 session waits for a lock, 1 root");
        assertThat(crowd.hints(report)).containsExactly("write on", "terminate a");
        assertThat(((Entry) report.rows().get(1)).party().waitsFor().waited()).isNotNull();
        assertThat(database.one("select pg_cancel_backend(" + crowd.pid("a") + ")"))
                .isEqualTo("t");
        assertThat(crowd.drawn(locks(""))).hasSize(2);
        database.execute("select pg_terminate_backend(" + crowd.pid("a") + ")");
        wait.join();
        assertThat(locks("").rows()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.dbsh.testing.TestServer#majors")
    void queueBehindWaitingDdlHasTwoWaysOut(int major) throws Exception {
        try (TestDatabase other = TestDatabase.open(major, "row-locks");
                Crowd sessions = new Crowd(other)) {
            sessions.does("a", "begin; select count(*) from lk.t");
            CompletableFuture<Void> ddl = sessions.waits("b", "alter table lk.t add column z int");
            CompletableFuture<Void> reader = sessions.waits("c", "select count(*) from lk.t");
            CompletableFuture<Void> writer = sessions.waits("d", "insert into lk.t values (99, 'q')");

            Report<?> report = Crowd.locks(other.session(), "");

            assertThat(sessions.drawn(report))
                    .containsExactlyInAnyOrder(
                            "a, frees 3, terminate",
                            "└─ b <- a: relation AccessExclusiveLock lk.t, frees 2, cancel",
                            "   ├─ c <- b: relation AccessShareLock lk.t, frees 0, wait",
                            "   └─ d <- b: relation RowExclusiveLock lk.t, frees 0, wait");
            assertThat(sessions.hints(report)).containsExactly("write on", "terminate a", "cancel b");
            other.execute("select pg_cancel_backend(" + sessions.pid("b") + ")");
            reader.join();
            writer.join();
            assertThat(ddl.handle((done, failure) -> failure.getMessage()).join())
                    .contains("canceling statement");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dbsh.testing.TestServer#majors")
    void figuresTellHowManyWaitAndForHowLong(int major) throws Exception {
        try (TestDatabase other = TestDatabase.open(major, "row-locks");
                Crowd sessions = new Crowd(other)) {
            assertThat(words(Crowd.locks(other.session(), "")))
                    .containsExactly("rows is 0", "waiting is 0", "roots is 0", "deadlocked is 0", "oldest_wait is 0s");
            sessions.does("a", "begin; lock table lk.t in access exclusive mode");
            sessions.waits("b", "select * from lk.t");
            sessions.waits("c", "update lk.t set v = 'c'");
            other.await("select clock_timestamp() - query_start > interval '20ms' from pg_stat_activity where pid = "
                    + sessions.pid("c"));

            Report<?> report = Crowd.locks(other.session(), "");

            assertThat(words(report))
                    .startsWith("rows is 3", "waiting is 2", "roots is 1", "deadlocked is 0")
                    .last(InstanceOfAssertFactories.STRING)
                    .matches(major < 14 ? "oldest_wait is 0s to \\d+\\.\\d+s" : "oldest_wait is \\d+\\.\\d+s( to .*)?");
            assertThat(words(Crowd.locks(other.session(other.role("")), "")))
                    .last(InstanceOfAssertFactories.STRING)
                    .matches(major < 14 ? "oldest_wait is at least 0s" : "oldest_wait is (at least )?\\d+\\.\\d+s");
        }
    }

    private static List<String> words(Report<?> report) {
        return report.figures().stream().map(Figure::words).toList();
    }

    @Test
    void waitThatMayBeAboutTheTableMayCount() {
        crowd.does("a", "begin; update lk.t set v = 'a' where id = 1");
        crowd.does("x", "begin; insert into lk.t values (100, 'x')");
        crowd.waits("b", "insert into lk.t values (100, 'b')");

        assertThat(words(locks("--table lk.t"))).startsWith("rows is 2", "waiting is 0 to 1", "roots is 0 to 1");
    }

    @Test
    void holderOfCompatibleLockIsNotBlamed() {
        crowd.does("a", "begin; update lk.t set v = 'a' where id = 1");
        crowd.does("r", "begin; select * from lk.t where id = 5");
        crowd.waits("b", "begin; lock table lk.t in share mode");

        assertThat(crowd.drawn(locks("")))
                .containsExactly("a, frees 1, terminate", "└─ b <- a: relation ShareLock lk.t, frees 0, wait");
    }

    @Test
    void queueForOneRowIsAChain() {
        crowd.does("a", "begin; update lk.t set v = 'a' where id = 1");
        crowd.waits("b", "update lk.t set v = 'b' where id = 1");
        crowd.waits("c", "update lk.t set v = 'c' where id = 1");
        crowd.waits("d", "update lk.t set v = 'd' where id = 1");

        Report<?> report = locks("");

        assertThat(crowd.drawn(report))
                .containsExactly(
                        "a, frees 3, terminate",
                        "└─ b <- a: transactionid ShareLock " + ROW + ", frees 2, wait",
                        "   └─ c <- b: tuple ExclusiveLock " + ROW + ", frees 1, wait",
                        "      └─ d <- c: tuple ExclusiveLock " + ROW + ", frees 0, wait");
        assertThat(crowd.hints(report)).containsExactly("write on", "terminate a");
    }

    @Test
    void idleHolderOfAdvisoryLockIsShown() {
        crowd.does("x", "select pg_advisory_lock(777)");
        crowd.does("a", "select pg_advisory_lock(42), pg_advisory_lock(1, -2)");
        crowd.waits("b", "select pg_advisory_lock(42)");
        crowd.waits("c", "select pg_advisory_lock(1, -2)");
        crowd.does("n", "select pg_advisory_lock(-5)");
        crowd.waits("m", "select pg_advisory_lock(-5)");

        assertThat(crowd.drawn(locks("")))
                .containsExactly(
                        "a, frees 2, terminate",
                        "├─ b <- a: advisory ExclusiveLock advisory 42, frees 0, wait",
                        "└─ c <- a: advisory ExclusiveLock advisory (1,-2), frees 0, wait",
                        "n, frees 1, terminate",
                        "└─ m <- n: advisory ExclusiveLock advisory -5, frees 0, wait");
    }

    @Test
    void concurrentIndexWaitsForASnapshot() {
        crowd.does("a", "begin isolation level repeatable read; select 1 from lk.t limit 1");
        crowd.waits("b", "create index concurrently later on lk.t (v)");

        Report<?> report = locks("");

        assertThat(crowd.drawn(report).get(0)).isEqualTo("a, frees 1, terminate");
        assertThat(crowd.drawn(report).get(1)).startsWith("└─ b <- a: virtualxid ShareLock the snapshot of ");
        assertThat(crowd.notes(report))
                .containsExactly("b: waits for a snapshot: a may hold no conflicting table lock; "
                        + "cancelling it leaves the invalid index lk.later");
    }

    @ParameterizedTest
    @MethodSource("dev.dbsh.testing.TestServer#majors")
    void preparedTransactionIsNamed(int major) throws Exception {
        try (TestDatabase other = TestDatabase.open(major, "row-locks");
                Crowd sessions = new Crowd(other)) {
            String gid = "order's:" + other.login().database();
            sessions.does(
                    "a",
                    "begin; update lk.t set v = 'a' where id = 2; prepare transaction '" + gid.replace("'", "''")
                            + "'");
            sessions.does(
                    "i", "begin; select 1 from lk.t; prepare transaction 'innocent:" + gid.replace("'", "''") + "'");
            try {
                CompletableFuture<Void> row = sessions.waits("b", "update lk.t set v = 'b' where id = 2");
                CompletableFuture<Void> table = sessions.waits("c", "begin; lock table lk.t in share mode; commit");

                Report<?> report = Crowd.locks(other.session(), "");

                assertThat(sessions.drawn(report))
                        .containsExactly(
                                "prepared:" + gid + ", frees 2, rollback_prepared",
                                "└─ b <- prepared:" + gid + ": transactionid ShareLock lk.t row (0,2), frees 1, cancel",
                                "   └─ c <- b: relation ShareLock lk.t, frees 0, wait");
                assertThat(sessions.hints(report).get(1))
                        .isEqualTo("rollback prepared '" + gid.replace("'", "''") + "';");
                other.execute("rollback prepared '" + gid.replace("'", "''") + "'");
                row.join();
                table.join();
            } finally {
                other.execute("rollback prepared 'innocent:" + gid.replace("'", "''") + "'");
            }
        }
    }

    @Test
    void sharersOfARowComeOneAfterTheOther() {
        crowd.does("a", "begin; select * from lk.t where id = 3 for share");
        crowd.does("c", "begin; select * from lk.t where id = 3 for share");
        crowd.waits("b", "update lk.t set v = 'b' where id = 3");

        Report<?> report = locks("");
        assertThat(report.rows()).hasSize(2);
        String first = crowd.named(((Entry) report.rows().get(0)).party().name());
        String second = first.equals("a") ? "c" : "a";

        assertThat(crowd.notes(report))
                .containsExactly("b: several may share the lock on the row: the next holder may appear");
        crowd.does(first, "rollback");
        database.await("select pg_blocking_pids(" + crowd.pid("b") + ") = array[" + crowd.pid(second) + "]");
        assertThat(crowd.drawn(locks("")).get(0)).isEqualTo(second + ", frees 1, terminate");
    }

    @Test
    void deadlockIsMarkedBeforeItIsDetected() {
        for (String name : List.of("a", "b")) {
            crowd.does(name, "set deadlock_timeout = '1h'");
        }
        crowd.does("a", "begin; update lk.t set v = 'a' where id = 1");
        crowd.does("b", "begin; update lk.t set v = 'b' where id = 2");
        crowd.waits("b", "update lk.t set v = 'b' where id = 1");
        crowd.waits("a", "update lk.t set v = 'a' where id = 2");
        crowd.waits("c", "update lk.t set v = 'c' where id = 1");

        Report<?> report = locks("");

        assertThat(crowd.drawn(report))
                .containsExactly(
                        "b <- a: transactionid ShareLock " + ROW + ", frees 2, wait",
                        "├─ a <- b: transactionid ShareLock lk.t row (0,2), frees 2, wait",
                        "└─ c <- b: tuple ExclusiveLock " + ROW + ", frees 0, wait");
        assertThat(crowd.notes(report))
                .containsExactly(
                        "b: deadlock: PostgreSQL cancels one of them in at most deadlock_timeout",
                        "a: deadlock: PostgreSQL cancels one of them in at most deadlock_timeout");
        assertThat(report.ending().verdict()).isEqualTo("3 sessions wait for locks, 1 root, 2 sessions in a deadlock");
    }

    @Test
    void unprivilegedRoleSeesWhoBlocksAndWhatIsHidden() {
        Login stranger = database.role("");
        crowd.does("a", "begin; update lk.t set v = 'a' where id = 1");
        crowd.waits("b", "update lk.t set v = 'b' where id = 1");

        Report<?> report = Crowd.locks(database.session(stranger), "");

        assertThat(crowd.drawn(report))
                .containsExactly(
                        "a, frees 1, terminate", "└─ b <- a: transactionid ShareLock " + ROW + ", frees 0, wait");
        assertThat(((Entry) report.rows().get(0)).party().backend().query()).isNull();
        assertThat(report.ending().verdict())
                .isEqualTo("1 session waits for a lock, 1 root; what 2 of 2 sessions do is hidden from you");
        assertThat(crowd.notes(report))
                .containsExactly("a: to end it you need its role, pg_signal_backend, or for a superuser's session a"
                        + " superuser");
        assertThat(crowd.hints(report))
                .containsExactly("write on", "terminate a", "grant pg_monitor to " + stranger.user() + ";");
    }

    @Test
    void sameNumberInAnotherDatabaseIsNotTheLocalTable() throws Exception {
        try (TestDatabase viewed = TestDatabase.open(database.server().major(), "row-locks")) {
            crowd.does("b", "begin; lock table lk.t in access exclusive mode");
            crowd.waits("c", "select * from lk.t");
            String oid = database.one("select 'lk.t'::regclass::oid");

            assertThat(crowd.drawn(Crowd.locks(viewed.session(), "")))
                    .containsExactly(
                            "b, frees 1, terminate",
                            "└─ c <- b: relation AccessShareLock relation OID " + oid + " of database "
                                    + database.login().database()
                                    + " (its name is not visible from here), frees 0, wait");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dbsh.testing.TestServer#majors")
    void speculativeInsertIsFollowedToItsRoot(int major) throws Exception {
        try (TestDatabase other = TestDatabase.open(major, "row-locks");
                Crowd sessions = new Crowd(other)) {
            other.execute("create function lk.blurt(k text) returns text immutable language plpgsql as "
                    + "'begin perform pg_advisory_xact_lock_shared(999); return k; end'");
            other.execute("create table lk.sp (key text, data text)");
            other.execute("create unique index on lk.sp (key)");
            other.execute("create index on lk.sp (lk.blurt(key))");
            sessions.does("g", "select pg_advisory_lock(999)");
            sessions.waits("a", "insert into lk.sp values ('k', 'a') on conflict (key) do nothing");
            String xid = other.one("select backend_xid from pg_stat_activity where pid = " + sessions.pid("a"));
            sessions.waits("b", "insert into lk.sp values ('k', 'b') on conflict (key) do nothing");

            assertThat(sessions.drawn(Crowd.locks(other.session(), "")))
                    .containsExactly(
                            "g, frees 2, terminate",
                            "└─ a <- g: advisory ShareLock advisory 999, frees 1, cancel",
                            "   └─ b <- a: spectoken ShareLock a row that transaction " + xid
                                    + " is inserting, frees 0, wait");
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "full", matches = "true")
    void wraparoundVacuumIsNotOfferedToBeEnded() {
        database.execute("alter system set autovacuum_naptime = '1s'");
        database.execute("select pg_reload_conf()");
        try {
            database.execute("create table lk.wr (id int) with (autovacuum_freeze_max_age = 100000,"
                    + " autovacuum_vacuum_cost_delay = 100, autovacuum_vacuum_cost_limit = 1)");
            database.execute("insert into lk.wr select generate_series(1, 200000)");
            database.execute("create table lk.burnt (id int)");
            database.execute("do $$ begin for i in 1..120000 loop begin insert into lk.burnt values (i);"
                    + " exception when others then raise; end; end loop; end $$");
            database.await(
                    "select exists (select from pg_stat_activity where query like '%lk.wr (to prevent wraparound)')");
            crowd.waits("ddl", "alter table lk.wr add column q int");

            Report<?> report = locks("");

            assertThat(report.rows()).hasSize(2);
            assertThat(((Entry) report.rows().get(0)).action()).isEqualTo(Action.WAIT);
            assertThat(((Entry) report.rows().get(0)).note())
                    .isEqualTo("autovacuum to prevent wraparound: a new one starts when it is ended");
            assertThat(crowd.hints(report)).containsExactly("write on", "cancel ddl");
        } finally {
            database.execute("alter system reset autovacuum_naptime");
            database.execute("select pg_reload_conf()");
        }
    }

    @Test
    void abortedTransactionHoldsNothing() {
        crowd.does("a", "begin; update lk.t set v = 'a' where id = 1");
        try {
            crowd.does("a", "select 1 / 0");
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("division by zero");
        }
        crowd.does("b", "update lk.t set v = 'b' where id = 1");

        assertThat(locks("").rows()).isEmpty();
    }

    @Test
    void ownTransactionInTheWayIsToldToRollBack() {
        Connection victim = crowd.session("b");
        Session own = database.writer(database.login());
        own.run("begin", StatementKind.BEGIN, Silence.INSTANCE);
        own.run("lock table lk.t in share mode", StatementKind.OTHER, Silence.INSTANCE);
        assertThat(victim).isNotNull();
        crowd.waits("b", "update lk.t set v = 'b' where id = 1");

        Report<?> report = Crowd.locks(own, "");

        assertThat(report.rows()).hasSize(2);
        assertThat(((Entry) report.rows().get(0)).party().own()).isTrue();
        assertThat(((Entry) report.rows().get(0)).action()).isEqualTo(Action.NONE);
        assertThat(report.ending().hints()).containsExactly("rollback;");
        own.run("rollback", StatementKind.SESSION, Silence.INSTANCE);
    }

    private Report<?> locks(String typed) {
        return Crowd.locks(database.session(), typed);
    }
}
