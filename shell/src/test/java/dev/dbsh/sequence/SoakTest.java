package dev.dbsh.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Change;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.Words;
import dev.dbsh.journal.Entry;
import dev.dbsh.journal.Journal;
import dev.dbsh.pg.Patience;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.SqlFailure;
import dev.dbsh.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Sequences that are followed after a repair, while others have values of before. */
class SoakTest {
    private static final String FOLLOWING =
            "select exists (select from pg_stat_activity where datname = current_database()"
                    + " and state = 'active' and query like '%as paused%' and pid <> pg_backend_pid())";

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    private Path home;

    private Journal journal;
    private Session session;

    @BeforeEach
    void letTwoFallBehind() {
        database.execute("""
                create table a (id serial primary key);
                insert into a select generate_series(1, 5);
                create sequence by_fifty cache 50;
                create table cached (id bigint primary key default nextval('by_fifty'));
                insert into cached values (200);
                """);
        journal = new Journal(home.resolve("dbsh").resolve("journal.jsonl"));
        session = database.session();
    }

    @Test
    void whatAnOpenTransactionHadWrittenIsAdvancedOverAndCanBeUndoneByItself() throws Exception {
        Connection writer = writing("insert into a values (5000)");
        int pid = pid(writer);
        CompletableFuture<Change.Done> running = following("a --soak 1m");

        writer.commit();
        Change.Done done = running.get();

        assertThat(lines(done))
                .containsExactly("public.a_id_seq advanced 1 5001: behind again by 4995 after the end of what pid "
                        + pid + ", idle in transaction, open for <n> s had written: advanced again");
        assertThat(done.trouble()).isNull();
        assertThat(done.report().ending().verdict()).isEqualTo("1 sequence advanced, clean within 1m");
        List<Entry> moves = journal.entries();
        assertThat(moves).hasSize(2).allMatch(Entry::isDone);
        assertThat(done.report().ending().hints())
                .containsExactly(
                        "sequences undo " + moves.get(1).operation(),
                        "sequences undo " + moves.get(0).operation());
        undo(moves.get(1).operation());
        assertThat(database.one("select (last_value, is_called) from a_id_seq")).isEqualTo("(5,t)");
        undo(moves.get(0).operation());
        assertThat(database.one("select (last_value, is_called) from a_id_seq")).isEqualTo("(1,f)");
    }

    @Test
    void transactionThatHasOnlyTakenAValueIsWaitedFor() throws Exception {
        Connection taker = writing("select nextval('a_id_seq')");
        CompletableFuture<Change.Done> running = following("a --soak 1m");

        taker.rollback();
        Change.Done done = running.get();

        assertThat(lines(done)).containsExactly("public.a_id_seq advanced 2 6");
        assertThat(done.report().ending().verdict()).isEqualTo("1 sequence advanced, clean within 1m");
    }

    @Test
    void sessionsThatHaveGivenTheirValuesBackHoldNone() throws Exception {
        Connection holder = database.connect();
        TestDatabase.execute(holder, "select nextval('by_fifty')");
        CompletableFuture<Change.Done> running = following("cached a --soak 1m");

        TestDatabase.execute(holder, "discard sequences");
        database.execute("DISCARD ALL;");
        Change.Done done = running.get();

        assertThat(done.report().ending().verdict()).isEqualTo("2 sequences advanced, clean within 1m");
        assertThat(lines(done)).containsExactly("public.by_fifty advanced 51 201", "public.a_id_seq advanced 1 6");
    }

    @Test
    void whoIsStillThereWhenTheTimeIsOverIsNamed() throws Exception {
        database.connection().close();
        Connection holder = database.connect();
        TestDatabase.execute(holder, "set application_name = 'orders'");

        Change.Done done = fix("cached --soak 1s");

        assertThat(lines(done))
                .containsExactly("public.by_fifty advanced 1 201: may still hand out older values, 50 at a time: pid "
                        + pid(holder) + " (orders); to reconnect, or to run discard sequences");
        assertThat(done.changed()).isTrue();
        assertThat(((Refusal) done.trouble()).kind()).isEqualTo(Refusal.Kind.BUSY);
        assertThat(done.trouble()).hasMessage("1 of 1 sequence not clean after 1s");
    }

    // A table that is locked each time it is looked at is said once, as it was the last time.
    @Test
    void whatCannotBeAdvancedAgainIsSaidOnce() throws Exception {
        database.execute("create table far (id bigserial primary key); insert into far values (7)");
        Connection writer = writing("insert into far values (90000000000)");
        CompletableFuture<Change.Done> running = following("far --soak 3s");
        writer.commit();
        TestDatabase.execute(writer, "lock table far in share row exclusive mode");

        Change.Done done = running.get();

        assertThat(lines(done).get(0))
                .matches(
                        "public.far_id_seq advanced 1 8: behind again by 89999999993, through rows with ids of their own;"
                                + " busy: others are at its tables: pid \\d+, idle in transaction, open for <n> s");
        assertThat(done.trouble()).hasMessage("1 of 1 sequence not clean after 3s");
        writer.rollback();
    }

    @Test
    void stoppedItSaysWhatWasDoneAndWhoIsThere() throws Exception {
        Connection writer = writing("insert into a values (5000)");
        int pid = pid(writer);
        CompletableFuture<Change.Done> running = following("a --soak 1m");

        session.stop(Patience.OF_A_PERSON, line -> {});
        Change.Done done = running.get();

        assertThat(lines(done))
                .containsExactly("public.a_id_seq advanced 1 6: what pid " + pid
                        + ", idle in transaction, open for <n> s has taken or written is not seen yet");
        assertThat(done.changed()).isTrue();
        assertThat(((SqlFailure) done.trouble()).isCancelled()).isTrue();
        writer.rollback();
    }

    @Test
    void whatNobodyElseIsAtIsCleanAtOnce() throws IOException {
        Change.Done done = fix("a --soak 1h");

        assertThat(lines(done)).containsExactly("public.a_id_seq advanced 1 6");
        assertThat(done.report().ending().verdict()).isEqualTo("1 sequence advanced, clean within 60m");
        assertThat(fix("a --soak 1h").report().ending().verdict()).isEqualTo("nothing was changed, 1 not behind");
        assertThat(journal.entries()).hasSize(1);
    }

    @Test
    void planAndQuestionSayIt() {
        Change plan = Fixing.plan(session, "a --soak 10m", journal);

        assertThat(plan.plan().ending().verdict()).isEqualTo("1 sequence to advance, followed for 10m then");
        assertThat(Objects.requireNonNull(plan.question()).words())
                .isEqualTo(
                        "advance 1 sequence over 5 values, nobody waits; and again where they fall behind within 10m");
        assertThatThrownBy(() -> fix("a --soak 0s")).hasMessage("no time is too little to follow anything");
    }

    private Change.Done fix(String typed) {
        return Fixing.plan(session, typed, journal).work().get();
    }

    private CompletableFuture<Change.Done> following(String typed) {
        CompletableFuture<Change.Done> running = CompletableFuture.supplyAsync(() -> fix(typed));
        database.await(FOLLOWING);
        return running;
    }

    private Connection writing(String sql) throws SQLException {
        Connection writer = database.connect();
        writer.setAutoCommit(false);
        TestDatabase.execute(writer, sql);
        return writer;
    }

    private void undo(String operation) {
        SequenceUndo command = new SequenceUndo(session, journal);
        Change.Done done = command.plan(Arguments.of(command.signature(), Words.of(operation)))
                .work()
                .get();
        assertThat(done.changed()).isTrue();
    }

    private static List<String> lines(Change.Done done) {
        return Fixing.lines(done).stream()
                .map(line -> line.replaceAll("open for \\d+ s", "open for <n> s"))
                .toList();
    }

    private static int pid(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }
}
