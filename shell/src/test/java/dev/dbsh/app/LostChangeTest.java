package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.demo.Login;
import dev.dbsh.testing.Mischief.Message;
import dev.dbsh.testing.Mischief.Treatment;
import dev.dbsh.testing.StrangeProxy;
import dev.dbsh.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a call says and ends with when its connection is lost over a change. */
class LostChangeTest {
    private static final String INSERT = "insert into tags values ('one')";
    private static final String TYPED = "(?s).*(insert into tags|needle).*";
    private static final Predicate<Message> COMMIT_SENT = message ->
            !message.fromServer() && message.type() == 'P' && message.text().contains("\0COMMIT\0");
    private static final Predicate<Message> COMMIT_DONE = message ->
            message.fromServer() && message.type() == 'C' && message.text().startsWith("COMMIT");
    private static final Predicate<Message> INSERT_SENT = message ->
            !message.fromServer() && message.type() == 'P' && message.text().contains(INSERT);

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    private Path home;

    private StrangeProxy proxy;
    private Login login;

    @BeforeEach
    void connectThroughTheProxy() {
        database.execute("create table tags (tag text)");
        login = database.role("");
        database.execute("grant all on tags to " + login.user());
        proxy = StrangeProxy.before(login);
    }

    @AfterEach
    void closeProxy() {
        proxy.close();
    }

    @Test
    void changeThatWasKeptIsAChange() {
        cut(COMMIT_DONE);

        assertThat(answer(INSERT)).isEqualTo("""
                ! error 08006: the connection was lost before the answer had come
                !   detail: It may have run: COMMITTED, the server has kept transaction <xid>
                !   hint:   the connection is gone, nothing is repeated by itself: connect
                ! dbsh: exit=2 changed=yes
                [exit 2]
                """);
        assertThat(tags()).isEqualTo("1");
    }

    @Test
    void changeThatWasRolledBackIsNone() {
        cut(COMMIT_SENT);

        assertThat(answer(INSERT)).isEqualTo("""
                ! error 08006: the connection was lost before the answer had come
                !   detail: It may have run: NOT COMMITTED, the server has rolled transaction <xid> back
                !   hint:   the connection is gone, nothing is repeated by itself: connect
                ! dbsh: exit=7 changed=no
                [exit 7]
                """);
        assertThat(tags()).isEqualTo("0");
    }

    @Test
    void changeWhoseCommitWasNotSentIsNone() {
        cut(INSERT_SENT);

        assertThat(answer(INSERT)).isEqualTo("""
                ! error 08006: the connection was lost before the answer had come
                !   detail: It failed, nothing changed: no COMMIT was sent, the server rolls back
                !   hint:   the connection is gone, nothing is repeated by itself: connect
                ! dbsh: exit=7 changed=no
                [exit 7]
                """);
    }

    @Test
    void whatWasChangedBeforeCounts() {
        cut(INSERT_SENT);

        assertThat(answer("insert into tags values ('before')", INSERT)).isEqualTo("""
                1 row inserted
                ! error 08006: the connection was lost before the answer had come
                !   detail: It failed, nothing changed: no COMMIT was sent, the server rolls back
                !   hint:   the connection is gone, nothing is repeated by itself: connect
                ! dbsh: exit=2 changed=yes
                [exit 2]
                """);
    }

    @Test
    void changeThatNobodyCanTellOfIsUnknown() {
        cut(message -> {
            boolean now = COMMIT_DONE.test(message);
            if (now) {
                database.execute("alter role " + login.user() + " nologin");
            }
            return now;
        });

        assertThat(answer("begin; " + INSERT + "; COMMIT")).isEqualTo("""
                done: begin
                1 row inserted
                ! error 08006: the connection was lost before the answer had come
                !   detail: It may have run: UNKNOWN, the server cannot be asked: role "<role>" is not permitted to log in (transaction <xid>, process <pid>)
                !           this tells later: select pg_xact_status('<xid>');
                !   hint:   the connection is gone, nothing is repeated by itself: connect
                ! dbsh: exit=8 changed=unknown xid=<xid>
                [exit 8]
                """);
    }

    @Test
    void statementInTransactionsOfItsOwnIsUnknown() {
        cut(message ->
                message.fromServer() && message.type() == 'C' && message.text().startsWith("DO"));

        assertThat(answer("do $$ begin insert into tags values ('one'); commit; end $$"))
                .isEqualTo("""
                ! error 08006: the connection was lost before the answer had come
                !   detail: It may have run: UNKNOWN, it was sent, and runs in transactions of its own (process <pid>)
                !           this tells later: look for what the statement was to do
                !   hint:   the connection is gone, nothing is repeated by itself: connect
                ! dbsh: exit=8 changed=unknown
                [exit 8]
                """);
        assertThat(tags()).isEqualTo("1");
    }

    @Test
    void readIsNoChange() {
        cut(message ->
                message.fromServer() && message.type() == 'D' && message.text().contains("needle"));

        assertThat(answer("select 'needle'")).isEqualTo("""
                ! error 08006: the connection was lost before the answer had come
                !   detail: It failed, nothing changed: no COMMIT was sent, the server rolls back
                !   hint:   the connection is gone, nothing is repeated by itself: connect
                ! dbsh: exit=7 changed=no
                [exit 7]
                """);
    }

    @Test
    void journalHasWhatBecameOfIt() throws IOException {
        Job dbsh = Job.of(proxy.login(), home);
        cut(COMMIT_DONE);
        dbsh.run("--write", "-c", INSERT);
        cut(COMMIT_SENT);
        dbsh.run("--write", "-c", INSERT);
        cut(INSERT_SENT);
        dbsh.run("--write", "-c", "begin; " + INSERT);
        cut(message -> {
            boolean now = COMMIT_DONE.test(message);
            if (now) {
                database.execute("alter role " + login.user() + " nologin");
            }
            return now;
        });
        dbsh.run("--write", "-c", "begin; " + INSERT + "; commit");

        List<String> ends = Files.readAllLines(home.resolve(".local/state/dbsh/journal.jsonl")).stream()
                .filter(line -> line.contains("\"ev\":\"end\""))
                .toList();
        assertThat(ends)
                .extracting(line -> line.replaceFirst(".*,\"outcome\":\"([a-z ]+)\",\"found\".*", "$1"))
                .containsExactly("committed", "rolled back", "rolled back", "unknown");
        assertThat(ends.get(3))
                .contains("\"found\":{\"outcome\":\"It may have run: UNKNOWN, the server cannot be asked");
    }

    private void cut(Predicate<Message> at) {
        AtomicBoolean armed = new AtomicBoolean();
        proxy.next(message -> {
            // What dbsh asks of a new connection ends with a COMMIT too.
            if (!message.fromServer() && message.type() == 'P' && message.text().matches(TYPED)) {
                armed.set(true);
            }
            return armed.get() && at.test(message) ? Treatment.CUT : Treatment.PASS;
        });
    }

    private String answer(String... statements) {
        String input = String.join(";\n", statements) + ";\n";
        return Job.of(proxy.login(), home)
                .fed(input, "--write")
                .replaceAll("(transaction |xid=|status\\(')\\d+", "$1<xid>")
                .replaceAll("process \\d+", "process <pid>")
                .replace(login.user(), "<role>");
    }

    private String tags() {
        return database.one("select count(*) from tags where tag = 'one'");
    }
}
