package dev.dbsh.console;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** How long Tab may wait for an answer of the server. One next door needs a tenth of it. */
final class Patience {
    private static final long MILLIS = 150;

    private Patience() {}

    /** Waits, with the monitor held, until it is notified that the condition holds; no longer than a person notices. */
    static void await(Object monitor, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MILLIS);
        long left = MILLIS;
        try {
            while (left > 0 && !condition.getAsBoolean()) {
                monitor.wait(left);
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
