package dev.dbsh.pg;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The connection that a session has at the moment: none, one being opened in the background, a live or a lost one. */
final class CurrentLink {
    private volatile @Nullable FutureTask<Link> opening;
    private volatile boolean lost;
    private volatile boolean ended;

    /** Gives up what there is, and opens another one in the background. */
    void open(Callable<Link> open) {
        close();
        lost = false;
        FutureTask<Link> task = new Opening(open);
        opening = task;
        Thread thread = new Thread(task, "dbsh-connect");
        thread.setDaemon(true);
        thread.start();
    }

    /** Gives up what there is for one that is open already. */
    void change(Link next) {
        close();
        FutureTask<Link> done = new FutureTask<>(() -> next);
        done.run();
        lost = false;
        opening = done;
    }

    /** Lets nothing use it any more. */
    void end() {
        ended = true;
    }

    /** True when nothing may use it any more. */
    boolean isEnded() {
        return ended;
    }

    /** The live one; waits for it, and fails as connecting failed. */
    private Link live() {
        if (ended) {
            throw stopped();
        }
        return known();
    }

    private static SqlFailure stopped() {
        return SqlFailure.stopped("stopped before it was sent");
    }

    /** The same for who sends nothing over it. */
    Link known() {
        FutureTask<Link> task = opening;
        if (ended && task != null && !task.isDone()) {
            throw stopped();
        }
        if (task == null || lost) {
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

    /** The live one without waiting: empty while connecting, and when there is none. */
    Optional<Link> findLive() {
        return lost ? Optional.empty() : find();
    }

    /** The live or lost one; waits for it. Empty when there is none. */
    Optional<Link> await() {
        FutureTask<Link> task = opening;
        return task == null ? Optional.empty() : result(task);
    }

    /** The live or lost one without waiting. */
    Optional<Link> find() {
        FutureTask<Link> task = opening;
        return task == null || !task.isDone() ? Optional.empty() : result(task);
    }

    /** Lets the work use the live one; waits for it. */
    <T> T use(Function<Link, T> work) {
        Link link = live();
        return watched(() -> link.use(work));
    }

    /** The same for what runs this statement, which may have been sent ahead: then its answer is waited for in any case. */
    <T> T use(String statement, Function<Link, T> work) {
        Link link = known();
        if (ended && !link.isNext(statement)) {
            throw stopped();
        }
        return watched(() -> link.use(statement, work));
    }

    /** Does the work and remembers when the connection broke meanwhile. */
    <T> T watched(Supplier<T> work) {
        try {
            return work.get();
        } catch (SqlFailure e) {
            if (e.isConnectionLost()) {
                lost = true;
            }
            throw e;
        }
    }

    void close() {
        FutureTask<Link> task = opening;
        opening = null;
        if (task != null && !task.cancel(true)) {
            result(task).ifPresent(Link::close);
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
    }

    private static Optional<Link> result(FutureTask<Link> task) {
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
