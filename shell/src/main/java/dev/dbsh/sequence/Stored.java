package dev.dbsh.sequence;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the columns that a sequence feeds.
 *
 * @param furthest the stored value furthest along the sequence's direction, in range; null when there is none
 * @param settled the value to get past: the furthest, or, when no value is left after that, the furthest before it
 * @param outside true when there are rows beyond the range, which the sequence never meets
 */
record Stored(@Nullable BigDecimal furthest, @Nullable BigDecimal settled, boolean outside) {
    static final Stored NOTHING = new Stored(null, null, false);

    /** The furthest value as a report shows it: a whole number wherever it is one. */
    @Nullable
    Object shown() {
        if (furthest == null) {
            return null;
        }
        boolean isWhole = furthest.stripTrailingZeros().scale() <= 0;
        return isWhole ? (Object) furthest.longValueExact() : furthest;
    }

    /** The furthest value when no other can follow it: one row there says nothing about the rest. Else null. */
    @Nullable
    BigDecimal atTheEnd() {
        boolean isSettled = furthest != null && settled != null && furthest.compareTo(settled) == 0;
        return isSettled ? null : furthest;
    }
}
