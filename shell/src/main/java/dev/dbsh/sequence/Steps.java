package dev.dbsh.sequence;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How a sequence walks: its direction, its stride and where it has to stop. Exact at both ends of bigint. */
record Steps(long increment, Range range, long cache, boolean cycles) {

    boolean isAscending() {
        return increment > 0;
    }

    /** What follows a value that was handed out; null when nothing is left. */
    @Nullable
    Long after(long value) {
        BigInteger next = BigInteger.valueOf(value).add(BigInteger.valueOf(increment));
        if (next.bitLength() < Long.SIZE && range.contains(next.longValue())) {
            return next.longValue();
        }
        return cycles ? (Long) start() : null;
    }

    /** Where a cycle begins again. */
    long start() {
        return isAscending() ? range.low() : range.high();
    }

    /** Where it ends, or begins again. */
    long end() {
        return isAscending() ? range.high() : range.low();
    }

    /** True when {@code value} is level with {@code other} or further along. */
    boolean reaches(BigDecimal value, BigDecimal other) {
        return isAscending() ? value.compareTo(other) >= 0 : value.compareTo(other) <= 0;
    }

    /** The first value of the walk from {@code next} that lies beyond {@code stored}. */
    BigInteger firstBeyond(long next, BigDecimal stored) {
        BigInteger stride = BigInteger.valueOf(increment);
        return BigInteger.valueOf(next)
                .add(wholeSteps(next, stored).add(BigInteger.ONE).multiply(stride));
    }

    /** How many values the walk hands out, the first included, before it comes to that one or passes it. */
    BigInteger countBefore(long first, BigDecimal end) {
        BigInteger whole = wholeSteps(first, end);
        BigInteger last = BigInteger.valueOf(first).add(whole.multiply(BigInteger.valueOf(increment)));
        boolean meets = new BigDecimal(last).compareTo(end) == 0;
        return meets ? whole : whole.add(BigInteger.ONE);
    }

    /** How many whole steps lead from one value towards another; negative when it lies behind. */
    BigInteger wholeSteps(long from, BigDecimal to) {
        return to.subtract(BigDecimal.valueOf(from))
                .divide(BigDecimal.valueOf(increment), 0, RoundingMode.FLOOR)
                .toBigInteger();
    }
}
