package dev.dbsh.sequence;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a hole in the stored values with a few of them beyond it, near the end of the range: a row with the largest
 * number of its type, put there by hand. To get past such rows would use the column up.
 */
final class Hole {
    /** A tenth of the range: as much has to be free before the rows, and less has to be left after them. */
    private static final BigInteger SHARE = BigInteger.TEN;

    private final Steps steps;
    private final Range usable;
    private final BigDecimal top;
    private final long width;
    private @Nullable BigDecimal before;
    private @Nullable BigDecimal after;

    private Hole(Steps steps, Range usable, BigDecimal top) {
        this.steps = steps;
        this.usable = usable;
        this.top = top;
        this.width = usable.size().divide(SHARE).max(BigInteger.ONE).longValueExact();
    }

    /** Null when the furthest value leaves enough room, so that there is nothing to look for. */
    static @Nullable Hole before(BigDecimal top, Steps steps, Range usable) {
        Hole hole = new Hole(steps, usable, top);
        return hole.room().compareTo(BigDecimal.valueOf(hole.width)) < 0 ? hole : null;
    }

    private BigDecimal room() {
        BigDecimal end = BigDecimal.valueOf(steps.isAscending() ? usable.high() : usable.low());
        return end.subtract(top).abs();
    }

    /** Where the furthest value lies that may have a hole after it. */
    Range farBefore() {
        return steps.isAscending()
                ? new Range(usable.low(), top.setScale(0, RoundingMode.FLOOR).longValueExact() - width)
                : new Range(top.setScale(0, RoundingMode.CEILING).longValueExact() + width, usable.high());
    }

    void holdsBefore(@Nullable BigDecimal value) {
        BigDecimal known = before;
        if (value != null && (known == null || steps.reaches(value, known))) {
            before = value;
        }
    }

    /** Where the nearest value after that lies. */
    Range beyond() {
        BigDecimal from = before;
        if (from == null) {
            return usable;
        }
        return steps.isAscending()
                ? new Range(from.setScale(0, RoundingMode.FLOOR).longValueExact() + 1, usable.high())
                : new Range(usable.low(), from.setScale(0, RoundingMode.CEILING).longValueExact() - 1);
    }

    void holdsAfter(@Nullable BigDecimal value) {
        BigDecimal known = after;
        if (value != null && (known == null || steps.reaches(known, value))) {
            after = value;
        }
    }

    /** The furthest value before the hole; null when nothing is stored there. */
    @Nullable
    BigDecimal settled() {
        return before;
    }

    /** The first value beyond the hole; null when there is no hole that wide with the sequence before it. */
    @Nullable
    BigDecimal outlier(long next) {
        BigDecimal first = after;
        if (first == null || steps.reaches(BigDecimal.valueOf(next), first)) {
            return null;
        }
        BigDecimal from = before == null ? BigDecimal.valueOf(edge()) : before;
        return first.subtract(from).abs().compareTo(BigDecimal.valueOf(width)) >= 0 ? first : null;
    }

    private long edge() {
        return steps.isAscending() ? usable.low() : usable.high();
    }
}
