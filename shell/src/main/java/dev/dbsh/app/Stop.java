package dev.dbsh.app;

import dev.dbsh.pg.Patience;
import dev.dbsh.pg.Session;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call that is told to end before it is done, by a signal or by its own timeout: what runs on the server is cancelled,
 * an open transaction is rolled back with its connection, and the call ends with the code of the one who asked.
 */
final class Stop {
    /** Until the connection is given up, and some time to find out what became of a change. */
    private static final Duration LONGEST = Duration.ofSeconds(7);

    private static final long MOMENT = 300;

    private final Session session;
    private final ErrorLines errors;
    private final Supplier<Changes> changes;
    private volatile @Nullable ExitCode requested;

    /** @param changes what the call has changed so far */
    Stop(Session session, ErrorLines errors, Supplier<Changes> changes) {
        this.session = session;
        this.errors = errors;
        this.changes = changes;
    }

    /** The code that was asked for; null while nobody has. */
    @Nullable
    ExitCode requested() {
        return requested;
    }

    /** Ends the call. The thread that runs it does so in good order; when it cannot, this one does. */
    void request(ExitCode code) {
        requested = code;
        errors.hush();
        try {
            session.end(Patience.OF_A_SIGNAL, text -> {}, LONGEST);
            TimeUnit.MILLISECONDS.sleep(MOMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Changes made = changes.get();
        ExitCode end = made.code(code);
        errors.last(end, made.word());
        System.exit(end.code());
    }
}
