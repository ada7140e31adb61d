package dev.dbsh.pg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbsh.demo.EmbeddedPostgres;
import dev.dbsh.demo.Login;
import dev.dbsh.pg.CommitOutcome.Word;
import dev.dbsh.pg.connect.ConnectRequest;
import dev.dbsh.pg.connect.Connector;
import dev.dbsh.pg.connect.PasswordPrompt;
import dev.dbsh.pg.connect.SessionDefaults;
import dev.dbsh.pg.connect.Surroundings;
import dev.dbsh.testing.Mischief;
import dev.dbsh.testing.Mischief.Treatment;
import dev.dbsh.testing.Scale;
import dev.dbsh.testing.StrangeProxy;
import dev.dbsh.testing.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that crashes over a COMMIT, and that then gives the numbers of lost transactions a second time. */
class CrashedServerTest {
    private static final Path BINARIES = Path.of("target/pg").toAbsolutePath();
    private static final String STATISTICS = "select pg_stat_get_bgwriter_stat_reset_time()";
    private static final Connector CONNECTOR =
            new Connector(new Surroundings(Map.of(), Path.of("/nonexistent"), "tester", Path.of("/tmp")));

    @ParameterizedTest
    @MethodSource("dev.dbsh.testing.Scale#majors")
    void wordIsWhatTheTableHolds(int major) throws Exception {
        Random random = Scale.random("crashes of PostgreSQL " + major + " over a COMMIT");
        Map<Word, Integer> words = new EnumMap<>(Word.class);
        int trials = Scale.trials(6, 84);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(BINARIES, major, List.of(), text -> {})) {
            execute(server.login(), "create table tags (tag text)");
            execute(server.login(), "checkpoint");
            for (int trial = 0; trial < trials; trial++) {
                Crash crash = new Crash(random.nextBoolean(), random.nextBoolean(), random.nextInt(4), false);
                words.merge(trial(server.login(), "tag " + trial, crash), 1, Integer::sum);
            }
        }
        System.out.println("PostgreSQL " + major + ": of " + trials + " crashes " + words);
        assertThat(words.getOrDefault(Word.UNKNOWN, 0) + words.getOrDefault(Word.STILL_RUNNING, 0))
                .isZero();
    }

    /** The log then goes on behind a page that was to hold the rest of what was written: not where it broke off. */
    @ParameterizedTest
    @MethodSource("dev.dbsh.testing.Scale#majors")
    void changeOfWhichThePageHasHalfIsNotTakenForKept(int major) throws Exception {
        int trials = Scale.trials(3, 30);
        Map<Word, Integer> words = new EnumMap<>(Word.class);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(BINARIES, major, List.of(), text -> {})) {
            execute(server.login(), "create table tags (tag text)");
            for (int trial = 0; trial < trials; trial++) {
                execute(server.login(), "checkpoint; insert into tags values ('its page is in the log')");
                Crash crash = new Crash(false, true, 1, true);
                words.merge(trial(server.login(), "tag " + trial, crash), 1, Integer::sum);
            }
        }
        System.out.println("PostgreSQL " + major + ": of " + trials + " crashes between two pages " + words);
    }

    /** @param afterwards how many transactions the server numbers before it is asked */
    private record Crash(boolean durable, boolean answered, int afterwards, boolean betweenPages) {}

    private static Word trial(Login login, String tag, Crash how) throws Exception {
        try (StrangeProxy proxy = StrangeProxy.before(login);
                Session session = new Session()) {
            boolean[] armed = {false};
            int[] pid = {0};
            String began = one(login, STATISTICS);
            AtomicReference<CompletableFuture<Void>> back = new AtomicReference<>();
            Mischief crash = message -> {
                boolean now = how.answered()
                        ? message.fromServer()
                                && message.type() == 'C'
                                && message.text().startsWith("COMMIT")
                        : !message.fromServer()
                                && message.type() == 'P'
                                && message.text().contains("commit");
                if (!armed[0] || !now) {
                    return Treatment.PASS;
                }
                proxy.holdConnections();
                kill(pid[0]);
                back.set(CompletableFuture.runAsync(() -> takeNumbers(login, began, how.afterwards()))
                        .whenComplete((done, trouble) -> proxy.passConnections()));
                return Treatment.CUT;
            };
            proxy.next(crash);
            session.connect(() -> CONNECTOR.open(
                    ConnectRequest.to(uri(proxy.login())),
                    new SessionDefaults("dbsh test", List.of()),
                    PasswordPrompt.NOBODY));
            Typed.run(session, StatementKind.SESSION, "set synchronous_commit = " + (how.durable() ? "on" : "off"));
            pid[0] = session.server().backendPid();
            Typed.run(session, StatementKind.BEGIN, "begin");
            if (how.betweenPages()) {
                fillPage(login);
            }
            Typed.run(session, StatementKind.OTHER, "insert into tags values ('" + tag + "')");
            if (how.betweenPages()) {
                Waiting.until(
                        "the first half is on the disk",
                        () -> one(
                                        login,
                                        "select pg_current_wal_flush_lsn() - '0/0'"
                                                + " >= trunc((pg_current_wal_insert_lsn() - '0/0') / 8192) * 8192")
                                .equals("t"));
            }
            armed[0] = true;

            SqlFailure failure =
                    catchThrowableOfType(SqlFailure.class, () -> Typed.run(session, StatementKind.COMMIT, "commit"));

            back.get().join();
            String kept = one(login, "select count(*) from tags where tag = '" + tag + "'");
            assertThat(failure.outcome()).isNotNull();
            assertThat(failure.outcome().word())
                    .as(tag + " " + how)
                    .isEqualTo(kept.equals("1") ? Word.COMMITTED : Word.NOT_COMMITTED);
            return failure.outcome().word();
        }
    }

    /** Leaves a page of the log with less room than an inserted row takes. */
    private static void fillPage(Login login) {
        execute(login, """
                do $$
                declare room int;
                begin
                    for attempt in 1 .. 100 loop
                        room := 8192 - (pg_current_wal_insert_lsn() - '0/0')::bigint % 8192;
                        exit when room between 16 and 40;
                        perform pg_logical_emit_message(false, 'x',
                            repeat('y', case when room > 1000 then room - 600 else greatest(room - 80, 1) end));
                    end loop;
                    assert room between 16 and 40, room;
                end $$""");
    }

    private static void kill(int pid) {
        try {
            assertThat(new ProcessBuilder("kill", "-9", Integer.toString(pid))
                            .start()
                            .waitFor())
                    .isZero();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the server is back, and gives it so many transactions to number. */
    private static void takeNumbers(Login login, String began, int count) {
        Waiting.until("the server is back", () -> isBack(login, began));
        for (int i = 0; i < count; i++) {
            execute(login, "create table if not exists numbers (); drop table numbers");
        }
    }

    private static boolean isBack(Login login, String began) {
        try {
            return !one(login, STATISTICS).equals(began);
        } catch (SQLException e) {
            return false;
        }
    }

    private static String uri(Login login) {
        return "postgresql://" + login.user() + ":" + login.password() + "@" + login.host() + ":" + login.port() + "/"
                + login.database();
    }

    private static void execute(Login login, String sql) {
        try (Connection connection = login.open("dbsh-test");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String one(Login login, String query) throws SQLException {
        try (Connection connection = login.open("dbsh-test");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
