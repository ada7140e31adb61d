package dev.dbsh.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Change;
import dev.dbsh.command.Question;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.Words;
import dev.dbsh.demo.Login;
import dev.dbsh.journal.Entry;
import dev.dbsh.journal.Journal;
import dev.dbsh.pg.Patience;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.SqlFailure;
import dev.dbsh.pg.StatementKind;
import dev.dbsh.report.Outcome;
import dev.dbsh.testing.Silence;
import dev.dbsh.testing.Stopped;
import dev.dbsh.testing.TestDatabase;
import dev.dbsh.testing.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signals to real sessions, and what becomes of those who wait for them. */
class SendSignalTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.with("row-locks");

    @TempDir
    Path home;

    private Crowd crowd;

    @BeforeEach
    void gather() {
        crowd = new Crowd(database);
    }

    @AfterEach
    void disperse() {
        crowd.close();
    }

    @ParameterizedTest
    @MethodSource("dev.dbsh.testing.TestServer#majors")
    void terminateShowsAsksAndProvesThatItHelped(int major) throws Exception {
        try (TestDatabase other = TestDatabase.open(major, "row-locks");
                Crowd sessions = new Crowd(other)) {
            sessions.does("a", "begin; update lk.t set v = 'a' where id = 1");
            CompletableFuture<Void> first = sessions.waits("b", "update lk.t set v = 'b' where id = 1");
            CompletableFuture<Void> second = sessions.waits("c", "update lk.t set v = 'c' where id = 1");
            int pid = sessions.pid("a");

            Change change = plan(other.session(), SendSignal::terminate, Integer.toString(pid));

            Victim victim = (Victim) change.plan().rows().get(0);
            assertThat(victim.reason()).isEqualTo("what it has written is rolled back");
            assertThat(victim.session().process().locks()).isEqualTo(2);
            assertThat(change.question().kind()).isEqualTo(Question.Kind.PLAIN);
            assertThat(change.question().words())
                    .isEqualTo("terminate " + pid + ", " + other.login().user() + ", dbsh-test at "
                            + "127.0.0.1, idle in transaction: lets 2 of 2 waiters go on");
            assertThat(first).isNotDone();

            Change.Done done = change.work().get();

            assertThat(done.trouble()).isNull();
            assertThat(done.changed()).isTrue();
            assertThat(lines(sessions, done)).containsExactly("a ended: what it has written is rolled back");
            assertThat(done.report().ending().verdict())
                    .matches("1 session ended; freed 2 of 2 waiters in \\d+\\.\\d s");
            first.join();
            second.join();
            assertThat(other.one("select v from lk.t where id = 1")).isEqualTo("c");
        }
    }

    @Test
    void everySignalIsRecorded() throws Exception {
        crowd.does("a", "begin; update lk.t set v = 'a' where id = 1");

        plan(SendSignal::terminate, pid("a")).work().get();

        Entry entry = journal().entries().get(0);
        assertThat(entry.intent().command()).isEqualTo("terminate");
        assertThat(entry.intent().object()).isEqualTo(pid("a"));
        assertThat(entry.intent().sql()).isEqualTo("select pg_catalog.pg_terminate_backend(" + pid("a") + ")");
        assertThat(entry.intent().about().get("query")).contains("update lk.t set v = 'a'");
        assertThat(entry.outcome()).isEqualTo(Entry.DONE);
        assertThat(entry.found()).containsEntry("result", "ended");
    }

    @Test
    void whatCannotBeRecordedIsNotSent() throws IOException {
        crowd.does("a", "begin; update lk.t set v = 'a' where id = 1");
        Change change = plan(SendSignal::terminate, pid("a"));
        Files.createDirectories(home.resolve("journal.jsonl"));

        Change.Done done = change.work().get();

        assertThat(done.changed()).isFalse();
        assertThat(done.trouble())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_RECORDED));
        crowd.does("a", "select 1");
    }

    @Test
    void cancellingWhatIsIdleInTransactionIsRefusedForItDoesNothing() {
        crowd.does("a", "begin; update lk.t set v = 'a' where id = 1");
        CompletableFuture<Void> wait = crowd.waits("b", "update lk.t set v = 'b' where id = 1");

        Change change = plan(SendSignal::cancel, pid("a"));

        assertThat(change.question()).isNull();
        Change.Done done = change.work().get();
        assertThat(lines(done))
                .containsExactly("a refused: is idle in transaction: there is no statement to cancel, terminate a");
        assertRefused(done, "nothing was changed: 1 session refused");
        assertThat(wait).isNotDone();
    }

    @Test
    void cancellingTheStatementThatOthersQueueBehindFreesThemAtOnce() {
        crowd.does("a", "begin; select count(*) from lk.t");
        crowd.waits("b", "alter table lk.t add column z int");
        CompletableFuture<Void> reader = crowd.waits("c", "select count(*) from lk.t");
        CompletableFuture<Void> writer = crowd.waits("d", "insert into lk.t values (99, 'q')");

        Change.Done done = plan(SendSignal::cancel, pid("b")).work().get();

        assertThat(done.trouble()).isNull();
        assertThat(lines(done).get(0)).startsWith("b cancelled");
        assertThat(done.report().ending().verdict())
                .matches("1 session cancelled; freed 2 of 2 waiters in \\d+\\.\\d s");
        reader.join();
        writer.join();
        crowd.does("a", "commit");
    }

    @Test
    void sharersOfARowBlockOneAfterTheOther() {
        crowd.does("a", "begin; select * from lk.t where id = 3 for share");
        crowd.does("c", "begin; select * from lk.t where id = 3 for share");
        CompletableFuture<Void> wait = crowd.waits("b", "update lk.t set v = 'b' where id = 3");
        String first = crowd.named(database.one("select (pg_blocking_pids(" + pid("b") + "))[1]"));
        String second = first.equals("a") ? "c" : "a";

        Change.Done done = plan(SendSignal::terminate, pid(first)).work().get();

        assertThat(done.report().outcome()).isEqualTo(Outcome.FINDINGS);
        assertThat(crowd.named(done.report().ending().verdict()))
                .isEqualTo("1 session ended; freed 0 of 1 waiter: " + second + " (idle in transaction) blocks now");
        assertThat(crowd.hints(done.report())).containsExactly("terminate " + second);
        assertThat(wait).isNotDone();
    }

    @Test
    void pidThatIsAnotherSessionsNowIsNotSignalled() {
        crowd.does("a", "begin; update lk.t set v = 'a' where id = 1");
        Session session = database.session();
        try (Lookout lookout = Lookout.of(session)) {
            Choice choice = choice(pid("a"));
            Victims look = new Victims(session, lookout, Signal.TERMINATE, choice);
            Victim before = earlier(look.find().get(0));

            assertThat(look.again(List.of(before)).get(0).reason())
                    .isEqualTo("has ended by itself, and its pid is another session's now");
            Strike.Result result = new Strike(session, lookout, journal()).apply(List.of(before), look);

            assertThat(result.victims().get(0).fate()).isEqualTo(Fate.GONE);
            assertThat(result.victims().get(0).reason())
                    .isEqualTo("has ended by itself, and its pid is another session's now");
        }
        crowd.does("a", "commit");
    }

    @Test
    void statementThatIsAnotherOneNowIsNotCancelled() {
        crowd.does("a", "begin; update lk.t set v = 'a' where id in (1, 2)");
        CompletableFuture<Void> first = crowd.waits("b", "update lk.t set v = 'b' where id = 1");
        Change change = plan(SendSignal::cancel, pid("b"));
        Session session = database.session();
        try (Lookout lookout = Lookout.of(session)) {
            Victims look = new Victims(session, lookout, Signal.CANCEL, choice(pid("b")));
            List<Victim> shown = look.find();
            crowd.does("a", "commit");
            first.join();
            crowd.does("a", "begin; update lk.t set v = 'a' where id in (1, 2)");
            CompletableFuture<Void> second = crowd.waits("b", "update lk.t set v = 'b' where id = 2");

            Strike.Result late = new Strike(session, lookout, journal()).apply(shown, look);
            assertThat(late.victims().get(0).reason()).isEqualTo("runs another statement now");
            Change.Done done = change.work().get();

            assertThat(lines(done)).containsExactly("b left_alone: runs another statement now");
            assertThat(done.trouble()).isNull();
            assertThat(done.changed()).isFalse();
            crowd.does("a", "commit");
            second.join();
        }
    }

    @Test
    void whoeverHasGoneMeanwhileIsNoTrouble() {
        crowd.does("a", "begin; update lk.t set v = 'a' where id = 1");
        Change change = plan(SendSignal::terminate, pid("a"));
        database.execute("select pg_terminate_backend(" + pid("a") + ")");
        database.await("select not exists (select from pg_stat_activity where pid = " + pid("a") + ")");

        Change.Done done = change.work().get();

        assertThat(lines(done)).containsExactly("a gone: has ended by itself");
        assertThat(done.report().ending().verdict()).isEqualTo("nothing was changed: 1 session already gone");
        assertThat(done.trouble()).isNull();
        assertThat(plan(SendSignal::terminate, pid("a")).work().get().trouble()).isNull();
    }

    @Test
    void whoeverHoldsNobodyUpAnyMoreIsLeftAlone() {
        crowd.does("a", "begin; update lk.t set v = 'a' where id = 1");
        CompletableFuture<Void> wait = crowd.waits("b", "update lk.t set v = 'b' where id = 1");
        Change change = plan(SendSignal::terminate, pid("a"));
        crowd.does("a", "commit");
        wait.join();

        Change.Done done = change.work().get();

        assertThat(lines(done)).containsExactly("a left_alone: nobody waits for it any more");
        assertThat(done.trouble()).isNull();
        crowd.does("a", "select 1");
    }

    @Test
    void filtersAreThoseOfActivityAndTheNumberIsTyped() {
        crowd.does("a", "begin; update lk.t set v = 'a' where id = 1");
        crowd.does("b", "begin; update lk.t set v = 'b' where id = 2");
        crowd.does("idle", "select 1");
        CompletableFuture<Void> wait = crowd.waits("c", "update lk.t set v = 'c' where id in (1, 2)");

        Change change = plan(SendSignal::terminate, "--state 'idle in transaction' --application dbsh-test");

        assertThat(change.plan().rows()).hasSize(2);
        assertThat(change.question().kind()).isEqualTo(Question.Kind.TYPED);
        assertThat(change.question().answers()).containsExactly("2");
        assertThat(change.question().words()).isEqualTo("terminate 2 sessions: lets 1 of 1 waiter go on");
        Change.Done done = change.work().get();
        assertThat(done.report().ending().verdict()).matches("2 sessions ended; freed 1 of 1 waiter in \\d+\\.\\d s");
        wait.join();
        crowd.does("idle", "select 1");
        assertThat(plan(SendSignal::cancel, "--application dbsh-test --in-transaction")
                        .plan()
                        .ending()
                        .verdict())
                .isEqualTo("nothing was changed: no session fits");
    }

    @Test
    void filterIsLookedAtAgain() {
        crowd.does("a", "begin; update lk.t set v = 'a' where id = 1");
        crowd.does("b", "begin; update lk.t set v = 'b' where id = 2");
        Change change = plan(SendSignal::terminate, "--in-transaction");
        crowd.does("a", "commit");

        Change.Done done = change.work().get();

        assertThat(lines(done))
                .containsExactlyInAnyOrder(
                        "a left_alone: is no longer one of those that were asked for",
                        "b ended: what it has written is rolled back");
        crowd.does("a", "select 1");
    }

    @Test
    void waitersOfTwoAreCountedOnce() {
        crowd.does("a", "begin; lock table lk.t in row exclusive mode");
        crowd.does("b", "begin; lock table lk.t in row exclusive mode");
        crowd.waits("c", "begin; lock table lk.t in share mode");

        Change one = plan(SendSignal::terminate, pid("a"));
        Change both = plan(SendSignal::terminate, pid("a") + " " + pid("b") + " " + pid("a"));

        assertThat(one.question().words()).endsWith("idle in transaction: lets 0 of 1 waiter go on");
        assertThat(((Victim) one.plan().rows().get(0)).reason()).isEqualTo("1 of 1 wait for others, too");
        assertThat(both.question().words()).isEqualTo("terminate 2 sessions: lets 1 of 1 waiter go on");
    }

    @Test
    void ownSessionIsNeverSignalled() {
        Session own = database.writer(database.login());
        own.run("begin", StatementKind.BEGIN, Silence.INSTANCE);
        own.run("lock table lk.t in share mode", StatementKind.OTHER, Silence.INSTANCE);
        crowd.waits("b", "update lk.t set v = 'b' where id = 1");
        String pid = Integer.toString(own.server().backendPid());

        Change.Done done = plan(own, SendSignal::terminate, pid).work().get();

        assertThat(((Victim) done.report().rows().get(0)).reason())
                .isEqualTo("this is your own session: rollback; lets those go on who wait for it");
        assertRefused(done, "nothing was changed: 1 session refused");
        own.run("rollback", StatementKind.SESSION, Silence.INSTANCE);
    }

    @Test
    void worksWhileTheOwnTransactionHasFailed() {
        Session own = database.session();
        own.run("begin", StatementKind.BEGIN, Silence.INSTANCE);
        assertThatThrownBy(() -> own.run("select 1 / 0", StatementKind.OTHER, Silence.INSTANCE))
                .isInstanceOf(SqlFailure.class);
        crowd.does("a", "begin; update lk.t set v = 'a' where id = 1");
        CompletableFuture<Void> wait = crowd.waits("b", "update lk.t set v = 'b' where id = 1");

        assertThat(crowd.drawn(Crowd.locks(own, ""))).hasSize(2);
        Change.Done done = plan(own, SendSignal::terminate, pid("a")).work().get();

        assertThat(done.report().ending().verdict()).matches("1 session ended; freed 1 of 1 waiter in \\d+\\.\\d s");
        wait.join();
        own.run("rollback", StatementKind.SESSION, Silence.INSTANCE);
    }

    @ParameterizedTest
    @MethodSource("dev.dbsh.testing.TestServer#majors")
    void whoeverMayNotIsToldTheGrant(int major) throws Exception {
        try (TestDatabase other = TestDatabase.open(major, "row-locks");
                Crowd sessions = new Crowd(other)) {
            sessions.does("root", "select 1");
            Login app = other.role("");
            Login oncall = other.role("");
            Connection victim = other.connect(app);
            String pid = Integer.toString(
                    victim.unwrap(org.postgresql.PGConnection.class).getBackendPID());
            Session session = other.session(oncall);

            Change.Done denied =
                    plan(session, SendSignal::terminate, pid).work().get();
            assertRefused(denied, "nothing was changed: 1 session refused");
            assertThat(denied.report().ending().hints())
                    .containsExactly("grant pg_signal_backend to " + oncall.user() + ";");

            other.execute("grant pg_signal_backend to " + oncall.user());
            Change.Done hidden =
                    plan(session, SendSignal::terminate, pid).work().get();
            assertThat(hidden.report().ending().hints()).containsExactly("grant pg_monitor to " + oncall.user() + ";");
            Change.Done superusers = plan(session, SendSignal::terminate, Integer.toString(sessions.pid("root")))
                    .work()
                    .get();
            assertThat(((Victim) superusers.report().rows().get(0)).reason()).isEqualTo("only a superuser may");
            assertThat(superusers.report().ending().hints()).isEmpty();

            other.execute("grant pg_monitor to " + oncall.user());
            Change.Done done = plan(session, SendSignal::terminate, pid).work().get();
            assertThat(done.report().ending().verdict()).isEqualTo("1 session ended; nobody had waited");
            assertThat(done.trouble()).isNull();
        }
    }

    @Test
    void whatAFilterCannotTellIsNotSignalledAndSaid() {
        crowd.does("a", "begin; update lk.t set v = 'a' where id = 1");
        Login stranger = database.role("");

        Change change = plan(
                database.session(stranger),
                SendSignal::terminate,
                "--in-transaction --user " + database.login().user());

        assertThat(change.plan().rows()).isEmpty();
        assertThat(change.plan().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(change.plan().ending().verdict())
                .matches(
                        "nothing was changed: no session fits; whether \\d sessions? (is|are) meant is hidden from you");
    }

    @Test
    void receiversOfChangesAreNotEndedWithoutForce() throws Exception {
        try (Connection receiver = DriverManager.getConnection(
                database.url() + "&replication=database&assumeMinServerVersion=10&preferQueryMode=simple")) {
            assertThat(receiver.isValid(1)).isTrue();
            String pid = database.one("select pid from pg_stat_activity where backend_type = 'walsender'"
                    + " and datname = current_database()");

            Change.Done refused = plan(SendSignal::terminate, pid).work().get();
            Change.Done forced =
                    plan(SendSignal::terminate, pid + " --force").work().get();

            assertThat(((Victim) refused.report().rows().get(0)).reason())
                    .isEqualTo("a process of the server, walsender: not without --force");
            assertThat(lines(forced)).containsExactly(pid + " ended: walsender: its receiver connects again");
        }
    }

    @Test
    void processesThatTakeNoSignalAreNotAskedTo() {
        String pid = database.one("select pid from pg_stat_activity where backend_type = 'checkpointer'");

        Change.Done forced =
                plan(SendSignal::terminate, pid + " --force").work().get();

        assertThat(forced.changed()).isFalse();
        assertThat(database.one("select count(*) from pg_stat_activity where pid = " + pid))
                .isEqualTo("1");
    }

    @Test
    @EnabledIfSystemProperty(named = "full", matches = "true")
    void whoeverHasNotTakenTheSignalLeavesTheOutcomeOpen() {
        crowd.does("a", "begin; update lk.t set v = 'a' where id = 1");
        crowd.waits("b", "update lk.t set v = 'b' where id = 1");
        Change change = plan(SendSignal::terminate, pid("a"));
        try (Stopped stopped = Stopped.process(process("a"))) {
            assertThat(stopped.isStopped()).isTrue();

            Change.Done done = change.work().get();

            assertThat(lines(done).get(0)).startsWith("a sent");
            assertThat(done.changed()).isTrue();
            assertThat(done.trouble())
                    .isInstanceOfSatisfying(
                            SqlFailure.class,
                            failure -> assertThat(crowd.named(failure.outcome().sentence()))
                                    .isEqualTo(
                                            "It may have run: STILL RUNNING, the server has passed the signal on, and a has not"
                                                    + " taken it yet\nthis tells later: select * from pg_catalog.pg_stat_activity"
                                                    + " where pid = a"));
        }
    }

    @Test
    void whoeverStopsLookingOnIsToldWhatWasSent() throws Exception {
        crowd.does("a", "begin; update lk.t set v = 'a' where id = 1");
        CompletableFuture<Void> wait = crowd.waits("b", "update lk.t set v = 'b' where id = 1");
        Session session = database.session();
        Change change = plan(session, SendSignal::terminate, pid("a"));
        try (Stopped stopped = Stopped.process(process("a"))) {
            assertThat(stopped.isStopped()).isTrue();
            CompletableFuture<Change.Done> looking =
                    CompletableFuture.supplyAsync(() -> change.work().get());
            Waiting.until("the signal has come", () -> isTold(process("a")));
            database.await("select query not like '%pg_terminate_backend%' from pg_stat_activity" + " where pid = "
                    + session.server().backendPid());
            session.stop(Patience.OF_A_PERSON, text -> {});

            Change.Done done = looking.get();

            assertThat(lines(done).get(0)).startsWith("a sent");
            assertThat(done.changed()).isTrue();
            assertThat(done.trouble())
                    .isInstanceOfSatisfying(
                            SqlFailure.class,
                            failure -> assertThat(failure.sqlState()).isEqualTo("57014"));
            assertThat(journal().entries().get(0).found()).containsEntry("result", "sent");
        }
        wait.join();
    }

    // What a stopped process was told is kept for it by the system: signal 15.
    private static boolean isTold(ProcessHandle process) throws IOException {
        String status = Files.readString(Path.of("/proc/" + process.pid() + "/status"));
        String pending = status.replaceAll("(?s).*ShdPnd:\\s*([0-9a-f]+).*", "$1");
        return ((Long.parseUnsignedLong(pending, 16) >> 14) & 1) == 1;
    }

    private ProcessHandle process(String name) {
        return ProcessHandle.of(crowd.pid(name)).orElseThrow();
    }

    @Test
    void needsSomebodyToBeMeant() {
        assertUsage("", "terminate needs pids, or a filter that says which sessions");
        assertUsage("--idle --all-databases", "terminate needs pids, or a filter that says which sessions");
        assertUsage("12 --waiting", "terminate takes pids or a filter, not both");
        assertUsage("12 --idle", "terminate takes pids or a filter, not both");
        assertUsage("prepared:x", "a prepared transaction has no session that could be told anything");
        assertUsage("twelve", "\"twelve\" is no pid");
    }

    private void assertUsage(String typed, String words) {
        assertThatThrownBy(() -> plan(SendSignal::terminate, typed)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.USAGE);
            assertThat(refusal.getMessage()).isEqualTo(words);
        });
    }

    private static void assertRefused(Change.Done done, String words) {
        assertThat(done.changed()).isFalse();
        assertThat(done.trouble()).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.GUARD_RAIL);
            assertThat(refusal.getMessage()).isEqualTo(words);
        });
    }

    /** The same session as if it had begun a second before. */
    private static Victim earlier(Victim victim) {
        Activity session = Objects.requireNonNull(victim.session());
        ServerProcess now = session.process();
        ServerProcess then = new ServerProcess(
                now.pid(),
                now.started() - 1_000_000,
                now.queryStarted(),
                now.leader(),
                now.own(),
                now.mayEnd(),
                now.ofSuperuser(),
                now.locks());
        Activity old = new Activity(
                then,
                session.backend(),
                session.waitEvent(),
                session.queryAge(),
                session.stateAge(),
                session.written(),
                session.blockedBy());
        return new Victim(victim.pid(), old, victim.signal(), victim.frees(), victim.fate(), victim.reason());
    }

    private String pid(String name) {
        return Integer.toString(crowd.pid(name));
    }

    private List<String> lines(Change.Done done) {
        return lines(crowd, done);
    }

    private static List<String> lines(Crowd sessions, Change.Done done) {
        return done.report().rows().stream()
                .map(row -> (Victim) row)
                .map(victim -> sessions.named(victim.pid() + " " + victim.fate().word(victim.signal())
                        + (victim.reason().isEmpty() ? "" : ": " + victim.reason())))
                .toList();
    }

    /** Makes one of the two commands. */
    private interface Maker {
        SendSignal make(Session session, Journal journal);
    }

    private Change plan(Maker maker, String typed) {
        return plan(database.session(), maker, typed);
    }

    private Change plan(Session session, Maker maker, String typed) {
        SendSignal command = maker.make(session, journal());
        return command.plan(Arguments.of(command.signature(), Words.of(typed)));
    }

    private Choice choice(String typed) {
        SendSignal command = SendSignal.terminate(database.session(), journal());
        return Choice.of(Arguments.of(command.signature(), Words.of(typed)), Signal.TERMINATE);
    }

    private Journal journal() {
        return new Journal(home.resolve("journal.jsonl"));
    }
}
