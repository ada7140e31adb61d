package dev.dbsh.sequence;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the columns that a sequence feeds.
 *
 * @param furthest the stored value furthest along the sequence's direction, in range; null when there is none
 * @param settled the value to get past: the furthest one before the outliers; null when there is none
 * @param outlier the first of the values near the end of the range, far beyond all others, that say nothing about where
 *     the sequence has to stand; null when there are none
 * @param outside true when there are rows beyond the range, which the sequence never meets
 */
record Stored(
        @Nullable BigDecimal furthest,
        @Nullable BigDecimal settled,
        @Nullable BigDecimal outlier,
        boolean outside) {
    static final Stored NOTHING = new Stored(null, null, null, false);

    /** Values among which none is an outlier. */
    static Stored upTo(@Nullable BigDecimal furthest) {
        return new Stored(furthest, furthest, null, false);
    }

    /** The furthest value as a report shows it: a whole number wherever it is one. */
    @Nullable
    Object shown() {
        return furthest == null ? null : shown(furthest);
    }

    static Object shown(BigDecimal value) {
        boolean isWhole = value.stripTrailingZeros().scale() <= 0;
        return isWhole ? (Object) value.longValueExact() : value;
    }
}
