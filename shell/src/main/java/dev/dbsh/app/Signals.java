package dev.dbsh.app;

import dev.dbsh.pg.Session;
import dev.dbsh.pg.SqlFailure;
import java.util.concurrent.TimeUnit;

/**
 * What a batch call does when it is told to stop: what runs on the server is cancelled, an open transaction is rolled
 * back with its connection, and the last line says so.
 */
final class Signals {
    private static final long MOMENT = 300;

    private final Session session;
    private final ErrorLines errors;

    Signals(Session session, ErrorLines errors) {
        this.session = session;
        this.errors = errors;
    }

    /**
     * Watches from a moment later on. Setting it up makes classes at run time, and a call that is over by then ends by
     * the signal all the same: with the JVM's own code for it, the server rolling back what is open.
     */
    void watch() {
        Thread thread = new Thread(this::registerLater, "dbsh-signals");
        thread.setDaemon(true);
        thread.start();
    }

    private void registerLater() {
        try {
            TimeUnit.MILLISECONDS.sleep(MOMENT);
            register();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void register() {
        for (ExitCode code : new ExitCode[] {ExitCode.INTERRUPTED, ExitCode.TERMINATED, ExitCode.HUNG_UP}) {
            org.jline.utils.Signals.register(code.signal(), () -> stop(code));
        }
    }

    private void stop(ExitCode code) {
        try {
            session.abandon();
        } catch (SqlFailure e) {
            errors.failure(e.failure(), null);
        }
        errors.last(code, "no");
        System.exit(code.code());
    }
}
