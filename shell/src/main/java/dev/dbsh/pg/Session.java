package dev.dbsh.pg;

import dev.dbsh.pg.connect.Opened;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The session that everything runs in: at most one connection, opened in the background, never opened again by itself.
 *
 * <p>Used by one thread; {@link #cancel} and {@link #findServer} may be called from any.
 */
public final class Session implements AutoCloseable {
    private static final Sql SERVER = Sql.of(Session.class, "server.sql");

    private volatile @Nullable FutureTask<Link> opening;
    private volatile @Nullable String lost;
    private volatile String limits = "";
    private boolean undecided;
    private boolean wrote;

    /** Opens the connection that the session is for. */
    @FunctionalInterface
    public interface Opener {
        Opened open();
    }

    /** Starts to connect and returns at once; the first use waits for it and fails as connecting failed. */
    public void connect(Opener opener) {
        close();
        lost = null;
        FutureTask<Link> task = new Opening(() -> link(opener.open()));
        opening = task;
        Thread thread = new Thread(task, "dbsh-connect");
        thread.setDaemon(true);
        thread.start();
    }

    private Link link(Opened opened) {
        try {
            return Link.over(opened, SERVER, limits);
        } catch (SQLException e) {
            throw new SqlFailure(e, true);
        }
    }

    /** Says what is to be set in each transaction where the settings of a session do not hold. */
    public void limits(String settings) {
        limits = settings;
    }

    /**
     * Connects somewhere else, or again, and only then gives up the connection there was: when it fails, everything is as
     * before. Answers what was given up; empty when there was nothing.
     */
    public Optional<Loss> replace(Opener opener) {
        Link next = link(opener.open());
        Optional<Loss> loss = leave();
        FutureTask<Link> done = new FutureTask<>(() -> next);
        done.run();
        lost = null;
        opening = done;
        return loss;
    }

    /** What ended with a connection. */
    public record Loss(TransactionState transaction) {}

    private Optional<Loss> leave() {
        FutureTask<Link> task = opening;
        Optional<Link> link = task == null || !task.isDone() ? Optional.empty() : findLink(task);
        Optional<Loss> loss = link.map(known -> new Loss(known.transaction()));
        close();
        return loss;
    }

    /** What the server said of itself; waits for the connection. */
    public Server server() {
        return live().server();
    }

    /** The same without waiting: empty while connecting, and when there is no connection. */
    public Optional<Server> findServer() {
        FutureTask<Link> task = opening;
        if (task == null || !task.isDone() || lost != null) {
            return Optional.empty();
        }
        try {
            return Optional.of(task.get().server());
        } catch (ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Whether a backslash in {@code '...'} is a character like any other; waits for the connection, and is so without one. */
    public boolean standardConformingStrings() {
        FutureTask<Link> task = opening;
        return task == null
                || findLink(task).map(Link::standardConformingStrings).orElse(true);
    }

    /** Where it is connected to and how; waits for the connection. */
    public Opened opened() {
        return live().opened();
    }

    /** Where the session stands; waits for the connection. */
    public TransactionState transaction() {
        return live().transaction();
    }

    /** Runs a built-in statement in a short transaction of its own and reads every row of it. */
    public <T> List<T> list(Reads reads, Sql sql, Row.Reader<T> reader, @Nullable Object... arguments) {
        Link link = live();
        return watched(() -> link.list(reads, sql, reader, arguments));
    }

    /** Runs a built-in statement that has exactly one row. */
    public <T> T one(Reads reads, Sql sql, Row.Reader<T> reader, @Nullable Object... arguments) {
        List<T> rows = list(reads, sql, reader, arguments);
        if (rows.size() != 1) {
            throw new IllegalStateException(sql.name() + " gave " + rows.size() + " rows instead of one");
        }
        return rows.get(0);
    }

    /**
     * Runs one statement that a person typed.
     *
     * @return the number of rows it returned or touched
     */
    public long run(String statement, StatementKind kind, Results results) {
        undecided = false;
        wrote = false;
        Link link = live();
        return watched(() -> {
            Execution execution = new Execution(link);
            TransactionState before = link.transaction();
            try {
                long count = execution.run(statement, mode(link, kind), results);
                keepReadOnly(link, kind);
                return count;
            } catch (SQLException e) {
                throw link.failure(e);
            } finally {
                wrote = execution.wrote();
                undecided = execution.undecided() || decides(kind, before);
            }
        });
    }

    // Alone in its own transaction, a write is decided by its answer; inside another one, by the COMMIT's.
    private static boolean decides(StatementKind kind, TransactionState before) {
        return kind == StatementKind.COMMIT || (kind == StatementKind.OTHER && before == TransactionState.NONE);
    }

    /** True when nobody could know what became of the last typed statement if its answer were lost. */
    public boolean undecided() {
        return undecided;
    }

    /** True when the last typed statement, or the transaction that it is part of, has written something. */
    public boolean wrote() {
        return wrote;
    }

    // A function can lift the default from inside, so a transaction does not rely on it, and its loss ends the session.
    private static void keepReadOnly(Link link, StatementKind kind) throws SQLException {
        if (kind == StatementKind.BEGIN && link.server().readOnly()) {
            link.execute("set transaction read only");
        }
        if (link.isLifted()) {
            link.close();
            throw new SQLException("read-only was lifted from inside: the session is closed", "25006");
        }
    }

    // Behind a pooler a session setting does not hold, so there each statement carries its own READ ONLY.
    private static Execution.Mode mode(Link link, StatementKind kind) {
        boolean asItIs = kind == StatementKind.SESSION || kind == StatementKind.BEGIN || kind == StatementKind.COMMIT;
        if (asItIs) {
            return Execution.Mode.PLAIN;
        }
        if (link.server().readOnly() || link.server().isPooled()) {
            return Execution.Mode.READ_ONLY;
        }
        return kind == StatementKind.QUERY ? Execution.Mode.WATCHED : Execution.Mode.PLAIN;
    }

    /** Asks the server again what it and this session are, after a statement that may have changed that. */
    public void look() {
        Link link = live();
        watched(() -> {
            link.look(SERVER);
            return link.server();
        });
    }

    /** Asks the server to stop what runs now; false when nothing does. Safe from any thread. */
    public boolean cancel() {
        FutureTask<Link> task = opening;
        return task != null && task.isDone() && findLink(task).map(Link::cancel).orElse(false);
    }

    /**
     * Notices a connection that the server has ended although nothing was asked. Safe from any thread; waits for nothing,
     * and sees nothing while a statement runs or a transaction is open.
     */
    public void listen() {
        FutureTask<Link> task = opening;
        if (task == null || !task.isDone() || lost != null) {
            return;
        }
        Optional<Link> link = findLink(task);
        if (link.isPresent()) {
            watched(() -> {
                link.get().listen();
                return task;
            });
        }
    }

    /** Gives up at once and from any thread: what runs is cancelled, and the server rolls an open transaction back. */
    public void abandon() {
        FutureTask<Link> task = opening;
        if (task == null || !task.isDone()) {
            return;
        }
        Optional<Link> link = findLink(task);
        if (link.isPresent()) {
            link.get().cancel();
            link.get().abort();
        }
    }

    private <T> T watched(Supplier<T> work) {
        try {
            return work.get();
        } catch (SqlFailure e) {
            if (e.isConnectionLost()) {
                lost = e.getMessage();
            }
            throw e;
        }
    }

    private Link live() {
        FutureTask<Link> task = opening;
        if (task == null || lost != null) {
            throw new SqlFailure(new SQLException("there is no connection", "08003"), true);
        }
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SqlFailure(new SQLException("interrupted while connecting", "57014"), true);
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
    }

    @Override
    public void close() {
        FutureTask<Link> task = opening;
        opening = null;
        if (task == null || task.cancel(true)) {
            return;
        }
        findLink(task).ifPresent(Link::close);
    }

    private static Optional<Link> findLink(FutureTask<Link> task) {
        try {
            return Optional.of(task.get());
        } catch (ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    // Cancelling does not reach a driver that is waiting for the server; what it opens later is nobody's.
    private static final class Opening extends FutureTask<Link> {
        Opening(Callable<Link> open) {
            super(open);
        }

        @Override
        protected void set(Link link) {
            super.set(link);
            if (isCancelled()) {
                link.close();
            }
        }
    }
}
