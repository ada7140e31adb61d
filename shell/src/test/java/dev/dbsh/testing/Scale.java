package dev.dbsh.testing;

import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/** How much a test does: a sound part of it always, all of it with {@code -Dfull=true}. */
public final class Scale {
    private static final boolean FULL = Boolean.getBoolean("full");

    private Scale() {}

    public static boolean isFull() {
        return FULL;
    }

    /** {@code -Dtrials=} says another number. */
    public static int trials(int usual, int full) {
        return Integer.getInteger("trials", FULL ? full : usual);
    }

    /** The major versions for what does not differ between them. */
    public static SortedSet<Integer> majors() {
        return FULL
                ? TestServer.majors()
                : new TreeSet<>(TestServer.majors().tailSet(TestServer.majors().last()));
    }

    /** Prints its seed; {@code -Dseed=} gives the same numbers again. */
    public static Random random(String what) {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println(what + ": -Dseed=" + seed);
        return new Random(seed);
    }
}
