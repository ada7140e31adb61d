package dev.dbsh.app;

import dev.dbsh.command.TimeSpan;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.SqlFailure;
import dev.dbsh.report.Failure;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** {@code --timeout}: ends a call that takes too long, whatever it is waiting for. */
final class Deadline {
    private final Session session;
    private final ErrorLines errors;

    Deadline(Session session, ErrorLines errors) {
        this.session = session;
        this.errors = errors;
    }

    /** Starts to count. */
    void in(String time) {
        Duration span = TimeSpan.parse(time);
        Thread thread = new Thread(() -> end(span, time), "dbsh-timeout");
        thread.setDaemon(true);
        thread.start();
    }

    private void end(Duration span, String time) {
        try {
            TimeUnit.NANOSECONDS.sleep(span.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        errors.failure(Failure.of("the call took longer than --timeout " + time + ": stopped"), null);
        try {
            session.abandon();
        } catch (SqlFailure e) {
            errors.failure(e.failure(), null);
        }
        errors.last(ExitCode.BUSY, "no");
        System.exit(ExitCode.BUSY.code());
    }
}
