package dev.dbsh.lock;

import dev.dbsh.pg.Row;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The key of an advisory lock: one number of 64 bits, or two of 32.
 *
 * @param first the upper half
 * @param second the lower half
 * @param isPair true when it was given as two numbers; the same halves as one number are another lock
 */
record AdvisoryKey(int first, int second, boolean isPair) {
    private static final int TWO_KEYS = 2;
    private static final long LOWER_HALF = 0xffff_ffffL;

    static AdvisoryKey of(Row row) throws SQLException {
        return new AdvisoryKey(
                (int) row.number("class_number"),
                (int) row.number("object_number"),
                row.number("object_part") == TWO_KEYS);
    }

    /** The one number; null for a pair. */
    @Nullable
    Long number() {
        return isPair ? null : (Long) (((long) first << 32) | (second & LOWER_HALF));
    }

    /** {@code (1,2)} */
    String pair() {
        return "(" + first + "," + second + ")";
    }

    /** As whoever took it has given it. */
    @Override
    public String toString() {
        return isPair ? pair() : String.valueOf(number());
    }
}
