package dev.dbsh.console;

import dev.dbsh.pg.Session;
import dev.dbsh.pg.SqlFailure;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Looks after the session while nobody runs anything: its end, and a transaction that was left open, are told. */
final class SessionWatch {
    private static final long PAUSE_MILLIS = 1_000;

    private final Session session;
    private final Consumer<RuntimeException> lost;
    private final Consumer<String> warned;
    private final IdleWarning idle = new IdleWarning();
    private volatile boolean over;

    /**
     * @param lost is told why there is no connection any more
     * @param warned is told what the operator should know
     */
    SessionWatch(Session session, Consumer<RuntimeException> lost, Consumer<String> warned) {
        this.session = session;
        this.lost = lost;
        this.warned = warned;
    }

    /** Looks again and again, until it is told to stop. */
    void run() {
        while (!over) {
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                session.listen();
                idle.after(session.findIdle().orElse(Duration.ZERO), session::findHeld)
                        .ifPresent(warned);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                lost.accept(e);
            }
        }
    }

    void stop() {
        over = true;
    }

    /** Asks what a loss would cost, while nobody waits for anything else. */
    void beforePrompt() {
        try {
            session.takeStock();
        } catch (SqlFailure e) {
            // When it could only not be asked, the session knows that, and a loss is told so.
            if (e.isConnectionLost()) {
                lost.accept(e);
            }
        }
    }
}
