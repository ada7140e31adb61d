package dev.dbsh.pg;

import java.util.concurrent.TimeUnit;

/** How many statements are sent together: more and more while answers come quickly, few when one has been slow. */
final class Pace {
    private static final int MOST_STATEMENTS = 64;
    private static final long QUICK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private int together = 1;
    private long sentAt;

    int together() {
        return together;
    }

    void sent() {
        sentAt = System.nanoTime();
    }

    /** All that was sent has been answered. */
    void answered() {
        boolean quick = System.nanoTime() - sentAt < QUICK_NANOS;
        together = quick ? Math.min(MOST_STATEMENTS, 2 * together) : Math.max(1, together / 8);
    }
}
