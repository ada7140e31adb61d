package dev.dbsh.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.report.Report;
import dev.dbsh.testing.TestDatabase;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Waits that are not for rows or for whole tables: whom they are blamed on, what is offered, and that it helps. */
class MoreShapesTest {

    @ParameterizedTest
    @MethodSource("dev.dbsh.testing.TestServer#majors")
    void workersOfAParallelQueryAreOneWithTheirLeader(int major) throws Exception {
        try (TestDatabase database = TestDatabase.open(major, "row-locks");
                Crowd crowd = new Crowd(database)) {
            database.execute("create table lk.big (id int) with (parallel_workers = 2)");
            database.execute("insert into lk.big select generate_series(1, 1000)");
            crowd.does(
                    "a",
                    "set parallel_setup_cost = 0; set parallel_tuple_cost = 0;"
                            + " set max_parallel_workers_per_gather = 2");
            crowd.runs("a", "select count(*) from lk.big where pg_sleep(1000) is null");
            database.await("select count(*) = 2 from pg_stat_activity where backend_type = 'parallel worker'"
                    + " and leader_pid = " + crowd.pid("a"));
            CompletableFuture<Void> wait =
                    crowd.waits("b", "begin; lock table lk.big in access exclusive mode; commit");

            Report<?> report = Crowd.locks(database.session(), "");

            assertThat(crowd.drawn(report))
                    .containsExactly(
                            "a, frees 1, cancel", "└─ b <- a: relation AccessExclusiveLock lk.big, frees 0, wait");
            assertThat(crowd.notes(report)).containsExactly("a: with 2 parallel workers");
            assertThat(crowd.hints(report)).containsExactly("write on", "cancel a");
            database.execute("select pg_cancel_backend(" + crowd.pid("a") + ")");
            wait.join();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dbsh.testing.TestServer#majors")
    void tableThatIsBeingDroppedIsNamed(int major) throws Exception {
        try (TestDatabase database = TestDatabase.open(major, "row-locks");
                Crowd crowd = new Crowd(database)) {
            crowd.does("a", "begin; drop table lk.t");
            CompletableFuture<Void> wait = crowd.waits("b", "select * from lk.t");

            Report<?> report = Crowd.locks(database.session(), "");

            assertThat(crowd.drawn(report))
                    .containsExactly(
                            "a, frees 1, terminate", "└─ b <- a: relation AccessShareLock lk.t, frees 0, wait");
            database.execute("select pg_terminate_backend(" + crowd.pid("a") + ")");
            wait.join();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dbsh.testing.TestServer#majors")
    void sameSchemaTwiceAndTheSameRoleAreWaitedFor(int major) throws Exception {
        try (TestDatabase database = TestDatabase.open(major, "row-locks");
                Crowd crowd = new Crowd(database)) {
            crowd.does("a", "begin; create schema twice");
            CompletableFuture<Void> wait = crowd.waits("b", "create schema twice");

            Report<?> report = Crowd.locks(database.session(), "");

            assertThat(crowd.drawn(report).get(0)).isEqualTo("a, frees 1, terminate");
            assertThat(crowd.drawn(report).get(1))
                    .matches("└─ b <- a: transactionid ShareLock what transaction \\d+ has written, frees 0, wait");
            database.execute("select pg_terminate_backend(" + crowd.pid("a") + ")");
            wait.join();
            assertThat(database.one("select count(*) from pg_namespace where nspname = 'twice'"))
                    .isEqualTo("1");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dbsh.testing.TestServer#majors")
    void sharedObjectIsNamedFromEveryDatabase(int major) throws Exception {
        try (TestDatabase database = TestDatabase.open(major, "row-locks");
                TestDatabase other = TestDatabase.open(major, "row-locks");
                Crowd crowd = new Crowd(database)) {
            String name = database.login().database();
            crowd.does("a", "begin; comment on database " + name + " is 'a'");
            CompletableFuture<Void> wait = crowd.waits("b", "comment on database " + name + " is 'b'");

            for (TestDatabase from : new TestDatabase[] {database, other}) {
                assertThat(crowd.drawn(Crowd.locks(from.session(), "")))
                        .containsExactly(
                                "a, frees 1, terminate",
                                "└─ b <- a: object ShareUpdateExclusiveLock database " + name + ", frees 0, wait");
            }
            database.execute("select pg_terminate_backend(" + crowd.pid("a") + ")");
            wait.join();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dbsh.testing.TestServer#majors")
    void uniqueKeyIsWaitedForAtItsTransaction(int major) throws Exception {
        try (TestDatabase database = TestDatabase.open(major, "row-locks");
                Crowd crowd = new Crowd(database)) {
            crowd.does("a", "begin; insert into lk.t values (100, 'a')");
            CompletableFuture<Void> wait = crowd.waits("b", "insert into lk.t values (100, 'b')");

            Report<?> report = Crowd.locks(database.session(), "");

            assertThat(crowd.drawn(report).get(0)).isEqualTo("a, frees 1, terminate");
            assertThat(crowd.drawn(report).get(1))
                    .matches("└─ b <- a: transactionid ShareLock what transaction \\d+ has written, frees 0, wait");
            database.execute("select pg_terminate_backend(" + crowd.pid("a") + ")");
            wait.join();
            assertThat(database.one("select v from lk.t where id = 100")).isEqualTo("b");
        }
    }
}
