package dev.dbsh.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Change;
import dev.dbsh.command.Words;
import dev.dbsh.demo.Login;
import dev.dbsh.journal.Entry;
import dev.dbsh.journal.Journal;
import dev.dbsh.pg.CommitOutcome;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.SqlFailure;
import dev.dbsh.testing.DbshUnderTest;
import dev.dbsh.testing.Mischief.Message;
import dev.dbsh.testing.Mischief.Treatment;
import dev.dbsh.testing.Standby;
import dev.dbsh.testing.StrangeProxy;
import dev.dbsh.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A connection that is lost over the move of a sequence, against where the sequence stands. */
class LostMoveTest {
    private static final String TABLES = "create table far (id bigserial primary key);"
            + " create table near (id serial primary key);"
            + " insert into far values (50000000); insert into near values (1)";
    private static final Predicate<Message> MOVE_SENT = message -> isSent(message, "setval");
    private static final Predicate<Message> COMMIT_SENT = message -> isSent(message, "\0commit\0");
    private static final Predicate<Message> COMMIT_DONE = message ->
            message.fromServer() && message.type() == 'C' && message.text().startsWith("COMMIT");

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    private Path home;

    private Login login;
    private StrangeProxy proxy;
    private Journal journal;

    @BeforeEach
    void connectThroughTheProxy() {
        database.execute(TABLES);
        login = database.role("in role pg_read_all_data");
        database.execute("grant usage on all sequences in schema public to " + login.user()
                + "; alter table far owner to " + login.user() + "; alter table near owner to " + login.user());
        proxy = StrangeProxy.before(login);
        journal = new Journal(home.resolve("dbsh").resolve("journal.jsonl"));
    }

    @AfterEach
    void closeProxy() {
        proxy.close();
    }

    @Test
    void moveThatWasKeptIsAMoveAndCanBeUndone() throws IOException {
        cut(COMMIT_DONE);

        Change.Done done = fix();

        assertThat(lines(done))
                .containsExactly(
                        "public.far_id_seq advanced 1 50000001: the server has kept transaction <xid>",
                        "public.near_id_seq left_alone 1 1: not begun");
        assertThat(done.changed()).isTrue();
        assertThat(outcome(done)).isEqualTo(CommitOutcome.Word.COMMITTED);
        assertThat(position("far_id_seq")).isEqualTo("(50000001,f)");
        Entry entry = journal.entries().get(0);
        assertThat(entry.isDone()).isTrue();
        assertThat(undo(login, entry.operation()).changed()).isTrue();
        assertThat(position("far_id_seq")).isEqualTo("(1,f)");
    }

    @Test
    void moveThatWasRolledBackIsNone() throws IOException {
        cut(COMMIT_SENT);

        Change.Done done = fix();

        assertThat(lines(done))
                .containsExactly(
                        "public.far_id_seq failed 1 1: 08006 the connection was lost before the answer had come;"
                                + " was not moved: the server has rolled transaction <xid> back",
                        "public.near_id_seq left_alone 1 1: not begun");
        assertThat(done.changed()).isFalse();
        assertThat(outcome(done)).isEqualTo(CommitOutcome.Word.NOT_COMMITTED);
        assertThat(position("far_id_seq")).isEqualTo("(1,f)");
        assertThat(journal.entries().get(0).outcome()).isEqualTo(Entry.FAILED);
    }

    @Test
    void moveWhoseCommitWasNotSentIsNone() throws IOException {
        cut(MOVE_SENT);

        Change.Done done = fix();

        assertThat(lines(done).get(0))
                .isEqualTo("public.far_id_seq failed 1 1: 08006 the connection was lost before the answer had come;"
                        + " was not moved: no COMMIT was sent, the server rolls back");
        assertThat(outcome(done)).isEqualTo(CommitOutcome.Word.FAILED);
        assertThat(position("far_id_seq")).isEqualTo("(1,f)");
        assertThat(journal.entries().get(0).outcome()).isEqualTo(Entry.FAILED);
    }

    @Test
    void jobIsToldTheNumberOfAMoveThatNobodyCanTellOf() throws IOException {
        cut(closingTheDoorAt(COMMIT_DONE));
        DbshUnderTest dbsh = new DbshUnderTest(database, home);

        DbshUnderTest.Result result = dbsh.run(
                List.of("-d", TestDatabase.uri(proxy.login()), "sequences", "fix", "far", "near", "--yes"), "");

        assertThat(result.exit()).isEqualTo(8);
        assertThat(numberless(result.err())).isEqualTo("""
                error 08006: the connection was lost before the answer had come
                  detail: It may have run: UNKNOWN, the server cannot be asked: role "%s" is not permitted to log in (transaction <xid>, process <pid>)
                          this tells later: select pg_xact_status('<xid>');
                  hint:   the connection is gone, nothing is repeated by itself: connect
                dbsh: exit=8 changed=unknown xid=<xid>
                """.formatted(login.user()));
    }

    @Test
    void undoingOverWhichTheConnectionIsLostIsToldTheSameWay() throws IOException {
        Change.Done done = plan(database.session(), "far").work().get();
        assertThat(done.changed()).isTrue();
        String operation = journal.entries().get(0).operation();
        cut(COMMIT_SENT);

        Change.Done lost = undo(proxy.login(), operation);
        cut(COMMIT_DONE);
        Change.Done kept = undo(proxy.login(), operation);

        assertThat(reasons(lost))
                .containsExactly("failed 08006 the connection was lost before the answer had come; was not moved: the"
                        + " server has rolled transaction <xid> back");
        assertThat(lost.changed()).isFalse();
        assertThat(reasons(kept)).containsExactly("put_back the server has kept transaction <xid>");
        assertThat(kept.changed()).isTrue();
        assertThat(position("far_id_seq")).isEqualTo("(1,f)");
    }

    @Test
    void whatWasThePrimaryIsNotAskedInPlaceOfIt() throws SQLException {
        Assumptions.assumeThat(Standby.isPossible()).isTrue();
        try (Standby standby = Standby.start();
                Connection primary = standby.primary().open("dbsh-test");
                StrangeProxy address = StrangeProxy.before(standby.primary())) {
            TestDatabase.execute(primary, TABLES);
            standby.awaitReplay();
            proxy.close();
            proxy = address;
            cut(message -> {
                boolean now = COMMIT_SENT.test(message);
                if (now) {
                    standby.promote();
                    address.leadTo(standby.login());
                }
                return now;
            });

            Change.Done done = fix();

            assertThat(lines(done))
                    .containsExactly(
                            "public.far_id_seq failed 1 1: 08006 the connection was lost before the answer had come; may"
                                    + " have been moved: another copy answers there now: its timeline is 00000002 and not 00000001"
                                    + " (transaction <xid>, process <pid>)",
                            "public.near_id_seq left_alone 1 1: not begun");
            assertThat(outcome(done)).isEqualTo(CommitOutcome.Word.UNKNOWN);
            assertThat(done.changed()).isFalse();
            try (Connection promoted = standby.login().open("dbsh-test")) {
                assertThat(one(promoted, "select (last_value, is_called) from far_id_seq"))
                        .isEqualTo("(1,f)");
                assertThat(one(promoted, "select (last_value, is_called) from near_id_seq"))
                        .isEqualTo("(1,f)");
            }
        }
    }

    private Predicate<Message> closingTheDoorAt(Predicate<Message> at) {
        return message -> {
            boolean now = at.test(message);
            if (now) {
                database.execute("alter role " + login.user() + " nologin");
            }
            return now;
        };
    }

    private void cut(Predicate<Message> at) {
        AtomicBoolean armed = new AtomicBoolean();
        proxy.next(message -> {
            // What is read before ends with a COMMIT too.
            armed.compareAndSet(false, MOVE_SENT.test(message));
            return armed.get() && at.test(message) ? Treatment.CUT : Treatment.PASS;
        });
    }

    private static boolean isSent(Message message, String text) {
        return !message.fromServer() && message.type() == 'P' && message.text().contains(text);
    }

    private Change.Done fix() {
        return plan(database.writer(proxy.login()), "far near").work().get();
    }

    private Change plan(Session session, String typed) {
        return Fixing.plan(session, typed, journal);
    }

    private Change.Done undo(Login as, String operation) {
        SequenceUndo command = new SequenceUndo(database.writer(as), journal);
        return command.plan(Arguments.of(command.signature(), Words.of(operation)))
                .work()
                .get();
    }

    private static List<String> lines(Change.Done done) {
        return Fixing.lines(done).stream().map(LostMoveTest::numberless).toList();
    }

    private static List<String> reasons(Change.Done done) {
        return done.report().rows().stream()
                .map(row -> (Undone) row)
                .map(row -> numberless(row.what().word() + " " + row.reason()))
                .toList();
    }

    private static String numberless(String text) {
        return text.replaceAll("(transaction |xid=|status\\(')\\d+", "$1<xid>")
                .replaceAll("process \\d+", "process <pid>");
    }

    private static CommitOutcome.Word outcome(Change.Done done) {
        CommitOutcome outcome = ((SqlFailure) done.trouble()).outcome();
        return outcome.word();
    }

    private String position(String sequence) {
        return database.one("select (last_value, is_called) from " + sequence);
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
