package dev.dbsh.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for a state by looking at it again and again. */
public final class Waiting {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private Waiting() {}

    /** Fails with the description when the state does not come. */
    public static void until(String description, Callable<Boolean> state) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(description, state)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not come true in " + PATIENCE.toSeconds() + " s: " + description);
            }
            pause();
        }
    }

    static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
    }

    private static boolean holds(String description, Callable<Boolean> state) {
        try {
            return state.call();
        } catch (Exception e) {
            throw new IllegalStateException(description, e);
        }
    }
}
