package dev.dbsh.app;

import dev.dbsh.pg.Patience;
import dev.dbsh.pg.Session;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call that is told to end before it is done, by a signal or by its own timeout: what runs on the server is cancelled,
 * an open transaction is rolled back with its connection, and the call ends with the code of the one who asked.
 */
final class Stop {
    /** Until the connection is given up, and some time to find out what became of a change. */
    private static final Duration LONGEST = Duration.ofSeconds(7);

    private static final long MOMENT = 2_000;

    private final Session session;
    private final ErrorLines errors;
    private final Supplier<Changes> changes;
    private final Thread caller = Thread.currentThread();
    private final AtomicReference<@Nullable Request> requested = new AtomicReference<>();

    /**
     * Who has asked for the end.
     *
     * @param code that the call ends with when nothing was changed
     * @param words why, in a sentence
     */
    record Request(ExitCode code, String words) {
        static Request signal(ExitCode code) {
            return new Request(code, "stopped by SIG" + code.signal());
        }

        static Request timeout(String time) {
            return new Request(ExitCode.BUSY, "the call took longer than --timeout " + time + ": stopped");
        }

        boolean isSignal() {
            return code != ExitCode.BUSY;
        }
    }

    /**
     * To be made on the thread that runs the call.
     *
     * @param changes what the call has changed so far
     */
    Stop(Session session, ErrorLines errors, Supplier<Changes> changes) {
        this.session = session;
        this.errors = errors;
        this.changes = changes;
    }

    /** True once somebody has asked for the end. */
    boolean isRequested() {
        return requested.get() != null;
    }

    /** Says the last words of a call that was told to stop, and answers the code that it ends with. */
    ExitCode last() {
        Request request = Objects.requireNonNull(requested.get());
        Changes made = changes.get();
        ExitCode code = made.code(request.code());
        errors.stopped(request, code, made.word());
        return code;
    }

    /** Ends the call. The thread that runs it does so in good order; when it cannot, this one does. */
    void request(Request request) {
        // A second one only makes it end harder: the first is why it ends.
        requested.compareAndSet(null, request);
        errors.hush();
        try {
            session.end(Patience.OF_A_SIGNAL, text -> {}, LONGEST);
            caller.join(MOMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.exit(last().code());
    }
}
