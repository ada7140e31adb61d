package dev.dbsh.pg;

import org.jspecify.annotations.Nullable;

/** How many rows are fetched at once: few of wide ones and many of narrow ones, so that a portion fits in memory. */
final class Portion {
    /** Enough to learn how wide rows are, and little enough for rows of megabytes. */
    static final int FIRST = 16;

    private static final long CHARACTERS = 2_000_000;
    private static final int MOST = 2_000;

    private long rows;
    private long characters;
    private int size = FIRST;

    void add(@Nullable String value) {
        characters += value == null ? 1 : value.length() + 1L;
    }

    /** Ends a row; true when the next portion should have another size. */
    boolean endRow() {
        rows++;
        if (rows % size != 0) {
            return false;
        }
        long fitting = Math.max(1, Math.min(MOST, CHARACTERS * rows / Math.max(1, characters)));
        boolean changed = fitting != size;
        size = (int) fitting;
        return changed;
    }

    int size() {
        return size;
    }

    long rows() {
        return rows;
    }
}
