package dev.dbsh.lock;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Words;
import dev.dbsh.pg.Session;
import dev.dbsh.report.Report;
import dev.dbsh.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/** Sessions with names, of which some wait; ended in one go, whatever they are in. */
final class Crowd implements AutoCloseable {
    private final TestDatabase database;
    private final Map<String, Connection> connections = new LinkedHashMap<>();
    private final Map<String, Integer> pids = new LinkedHashMap<>();
    private final List<Thread> waiting = new ArrayList<>();

    Crowd(TestDatabase database) {
        this.database = database;
    }

    Connection session(String name) {
        Connection known = connections.get(name);
        return known == null ? add(name, database.connect()) : known;
    }

    private Connection add(String name, Connection connection) {
        try {
            pids.put(name, connection.unwrap(PGConnection.class).getBackendPID());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        connections.put(name, connection);
        return connection;
    }

    int pid(String name) {
        session(name);
        return pids.get(name);
    }

    /** Runs it to its end. */
    void does(String name, String sql) {
        TestDatabase.execute(session(name), sql);
    }

    /** Returns when the server says that the session waits for a lock; the future ends when the wait does. */
    CompletableFuture<Void> waits(String name, String sql) {
        CompletableFuture<Void> ended = runs(name, sql);
        database.await("select cardinality(pg_blocking_pids(" + pid(name) + ")) > 0");
        return ended;
    }

    /** Returns at once; the future ends when the statement does. */
    CompletableFuture<Void> runs(String name, String sql) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Connection connection = session(name);
        Thread thread = new Thread(
                () -> {
                    try {
                        TestDatabase.execute(connection, sql);
                        ended.complete(null);
                    } catch (IllegalStateException e) {
                        ended.completeExceptionally(e);
                    }
                },
                "waiting-" + name);
        thread.setDaemon(true);
        waiting.add(thread);
        thread.start();
        return ended;
    }

    /** The forest with names for pids, a line each: {@code └─ b <- a: mode object, frees 1, cancel}. */
    List<String> drawn(Report<?> report) {
        List<String> lines = new ArrayList<>();
        for (Object row : report.rows()) {
            lines.add(drawn((Entry) row));
        }
        return lines;
    }

    private String drawn(Entry entry) {
        Wait wait = entry.party().waitsFor();
        String blockers = entry.blockedBy().isEmpty() ? "" : " <- " + named(String.join(", ", entry.blockedBy()));
        return entry.branches() + named(entry.party().name()) + blockers
                + (wait == null ? "" : ": " + wait.lockType() + " " + wait.mode() + " " + wait.object())
                + ", frees " + entry.frees() + ", " + entry.action().word();
    }

    String named(String text) {
        String named = text;
        for (Map.Entry<String, Integer> each : pids.entrySet()) {
            named = named.replaceAll("\\b" + each.getValue() + "\\b", each.getKey());
        }
        return named;
    }

    List<String> notes(Report<?> report) {
        return report.rows().stream()
                .map(row -> named(((Entry) row).party().name() + ": " + ((Entry) row).note()))
                .filter(line -> !line.endsWith(": "))
                .toList();
    }

    List<String> hints(Report<?> report) {
        return report.ending().hints().stream().map(this::named).toList();
    }

    static Report<?> locks(Session session, String typed) {
        return run(new LockList(session), typed);
    }

    static Report<?> run(ReportCommand command, String typed) {
        return command.run(Arguments.of(command.signature(), Words.of(typed)));
    }

    /** Ends every session, so that no test waits for another one's. */
    @Override
    public void close() {
        for (int pid : pids.values()) {
            database.execute("select pg_terminate_backend(" + pid + ")");
        }
        Consumer<Thread> join = thread -> {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
        waiting.forEach(join);
    }
}
