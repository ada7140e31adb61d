package dev.dbsh.app;

import dev.dbsh.command.TimeSpan;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** {@code --timeout}: ends a call that takes too long, whatever it is waiting for. */
final class Deadline {
    private final Stop stop;

    Deadline(Stop stop) {
        this.stop = stop;
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
        stop.request(Stop.Request.timeout(time));
    }
}
