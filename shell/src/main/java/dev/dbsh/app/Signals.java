package dev.dbsh.app;

import dev.dbsh.pg.Session;
import dev.dbsh.pg.SqlFailure;

/**
 * What a batch call does when it is told to stop: what runs on the server is cancelled, an open transaction is rolled
 * back with its connection, and the last line says so.
 */
final class Signals {
    private final Session session;
    private final ErrorLines errors;

    Signals(Session session, ErrorLines errors) {
        this.session = session;
        this.errors = errors;
    }

    /** Watches in the background: setting it up must not cost a short call anything. */
    void watch() {
        Thread thread = new Thread(this::register, "dbsh-signals");
        thread.setDaemon(true);
        thread.start();
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
