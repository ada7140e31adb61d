package dev.dbsh.demo;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The moment when waiting for something that only polling can tell has gone on for too long. */
record Deadline(long nanos) {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    boolean hasPassed() {
        return System.nanoTime() - nanos > 0;
    }

    static void pause() {
        LockSupport.parkNanos(PAUSE);
    }
}
