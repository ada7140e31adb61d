package dev.dbsh.pg;

import dev.dbsh.pg.connect.Line;
import dev.dbsh.pg.connect.Opened;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The session that everything runs in: at most one connection, opened in the background, never opened again by itself.
 *
 * <p>Used by one thread; {@link #stop}, {@link #listen} and {@link #findServer} may be called from any.
 */
public final class Session implements AutoCloseable, Lists {
    private final CurrentLink current = new CurrentLink();
    private final Besides besides = new Besides(current);
    private final Reconnection reconnection = new Reconnection(current);
    private final AtomicInteger stops = new AtomicInteger();
    private volatile String limits = "";
    private @Nullable TypedRun last;

    /** Opens the connection that the session is for. */
    @FunctionalInterface
    public interface Opener {
        Opened open();
    }

    /** Starts to connect and returns at once; the first use waits for it and fails as connecting failed. */
    public void connect(Opener opener) {
        current.open(() -> link(opener.open()));
    }

    private Link link(Opened opened) {
        try {
            return Link.over(opened, limits);
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
        return reconnection.replace(() -> link(opener.open()));
    }

    /**
     * Connects again after a loss, and makes the new session what the old one was: the same server and database, role and
     * settings. When that cannot be, the session stays as it is. Nothing is run again.
     */
    public Optional<Loss> resume(Opener opener) {
        return reconnection.resume(() -> link(opener.open()));
    }

    /** Remembers what would end with the connection, if that may have changed; when there is time for a round trip. */
    public void takeStock() {
        reconnection.takeStock();
    }

    /** Commits the open transaction as a typed COMMIT does. */
    public void commit() {
        run("commit", StatementKind.COMMIT, Results.NOTHING);
    }

    /** How long nothing has run in the open transaction; empty when none is open, or something runs. From any thread. */
    public Optional<Duration> findIdle() {
        return current.findLive()
                .flatMap(link -> link.turns().findIdle().filter(idle -> link.transaction() != TransactionState.NONE));
    }

    /** What the open transaction holds, asked from a session beside; empty when that cannot be. From any thread. */
    public Optional<Held> findHeld() {
        return besides.findHeld();
    }

    /**
     * One more connection to the same server as the same role, for what is read outside of a transaction; stopped with
     * this one, and to be closed by whoever asked for it.
     */
    public Beside another() {
        return besides.another(this::link);
    }

    /** The same; empty when there can be none: the server has no place left, or would know it as another role. */
    public Optional<Beside> findAnother() {
        return besides.findAnother(this::link);
    }

    /**
     * Another session, to the same server with the same security; it waits when it is used.
     *
     * @param millis how long it tries to connect
     */
    public Session beside(long millis) {
        Line line = opened().line();
        Session beside = new Session();
        beside.connect(() -> line.beside(millis));
        return beside;
    }

    /** What the server said of itself; waits for the connection. */
    public Server server() {
        return current.known().server();
    }

    /** The same without waiting: empty while connecting, and when there is no connection. */
    public Optional<Server> findServer() {
        return current.findLive().map(Link::server);
    }

    /** The identifier of the server's data, which its copies share; empty where not everybody may know it. */
    public Optional<String> findSystem() {
        return current.findLive().map(Link::identity).map(Identity::system);
    }

    /** Whether a backslash in {@code '...'} is a character like any other; waits for the connection, and is so without one. */
    public boolean standardConformingStrings() {
        return current.await().map(Link::standardConformingStrings).orElse(true);
    }

    /** Where it is connected to and how; waits for the connection. */
    public Opened opened() {
        return current.known().opened();
    }

    /** Where the session stands; waits for the connection. */
    public TransactionState transaction() {
        return current.known().transaction();
    }

    /** Runs a built-in statement in a short transaction of its own and reads every row of it. */
    @Override
    public <T> List<T> list(Reads reads, Sql sql, Row.Reader<T> reader, @Nullable Object... arguments) {
        return current.use(link -> link.list(reads, sql, reader, arguments));
    }

    /**
     * Does built-in work that changes something in one transaction, which may write whatever the session is set to; to be
     * asked for only when the operator wants it, and not in a transaction of the operator's.
     */
    public <T> T change(Changing.Limits limits, Function<Changing, T> work) {
        return current.use(link -> Changing.run(link, limits, work));
    }

    /**
     * Runs one statement that a person typed.
     *
     * @return the number of rows it returned or touched
     */
    public long run(String statement, StatementKind kind, Results results) {
        return run(statement, kind, results, Following.NOTHING);
    }

    /**
     * The same, and sends what follows ahead where that saves waiting. What was sent is either run next, or left: then it
     * may have been read by the server, but nothing of it is kept.
     */
    public long run(String statement, StatementKind kind, Results results, Following following) {
        last = null;
        Following unlessEnded = following == Following.NOTHING ? following : new UnlessEnded(current, following);
        return current.use(statement, link -> {
            TypedRun run = new TypedRun(link, statement, kind);
            last = run;
            return run.run(results, unlessEnded);
        });
    }

    /** Leaves what was sent ahead and will not be run. */
    public void leaveRest() {
        current.find()
                .ifPresent(link -> current.watched(() -> {
                    link.leaveRest();
                    return link;
                }));
    }

    /** True when a change is kept because of the last typed statement. */
    public boolean changed() {
        TypedRun run = last;
        return run != null && run.changed();
    }

    /** Says that the last typed statement has changed something, whatever becomes of its transaction. */
    public void markChanged() {
        TypedRun run = last;
        if (run != null) {
            run.markChanged();
        }
    }

    /** What became of the last typed statement when that is not clear: the connection was lost over it, or it failed and may have kept a part of itself. */
    public Optional<CommitOutcome> findOutcome() {
        TypedRun run = last;
        return run == null ? Optional.empty() : Optional.ofNullable(run.outcome());
    }

    /** How many had been sent behind the last typed statement when the connection was lost over it: which ran nobody knows. */
    public int unanswered() {
        TypedRun run = last;
        return run == null ? 0 : run.unanswered();
    }

    /** Lets typed statements write from now on, or lets them no more. Not in a transaction, and not behind a pooler. */
    public void allowWrites(boolean allowed) {
        current.use(link -> {
            link.allowWrites(allowed);
            return link.server();
        });
    }

    /** Asks the server again what it and this session are, after a statement that may have changed that. */
    public void look() {
        current.use(link -> {
            link.look();
            return link.server();
        });
    }

    /**
     * Stops what runs now, and harder each time it is called for the same statement; false when nothing runs. Safe from
     * any thread, and waits for nothing.
     *
     * @param says takes what a person should know meanwhile, line by line
     */
    public boolean stop(Patience patience, Consumer<String> says) {
        stops.incrementAndGet();
        boolean stopped = current.find().map(link -> link.stop(patience, says)).orElse(false);
        return besides.stop(patience, says) || stopped;
    }

    /** How often that was asked for: what goes on by itself leaves then, even when nothing ran at that moment. */
    public int stops() {
        return stops.get();
    }

    /** True once nothing more is begun; what was sent by then is still answered. */
    public boolean isEnded() {
        return current.isEnded();
    }

    /** The failure of what has left so. */
    public static SqlFailure stopped() {
        return SqlFailure.stopped("stopped");
    }

    /**
     * Notices a connection that the server has ended although nothing was asked. Safe from any thread; waits for nothing,
     * and sees nothing while a statement runs.
     */
    public void listen() {
        current.findLive()
                .ifPresent(link -> current.watched(() -> {
                    new Listening(link).listen();
                    return link;
                }));
    }

    /**
     * Begins nothing more, and stops what runs; waits until nothing runs, or for that time. From any thread.
     *
     * @param says takes what a person should know meanwhile, line by line
     */
    public void end(Patience patience, Consumer<String> says, Duration most) throws InterruptedException {
        current.end();
        Link link = current.find().orElse(null);
        if (link != null && stop(patience, says)) {
            link.turns().awaitEnd(most);
        }
    }

    @Override
    public void close() {
        current.close();
    }
}
