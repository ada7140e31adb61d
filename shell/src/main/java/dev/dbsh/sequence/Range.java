package dev.dbsh.sequence;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Whole numbers from {@code low} to {@code high}, both included; empty when low is above high. */
record Range(long low, long high) {
    static final Range BIGINT = new Range(Long.MIN_VALUE, Long.MAX_VALUE);
    private static final Range INTEGER = new Range(Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final Range SMALLINT = new Range(Short.MIN_VALUE, Short.MAX_VALUE);
    private static final int THOUSAND = 1000;

    /** What a column of that type can hold of what a sequence can hand out. */
    static Range ofType(String type) {
        return switch (type) {
            case "int2" -> SMALLINT;
            case "int4" -> INTEGER;
            default -> BIGINT;
        };
    }

    Range intersect(Range other) {
        return new Range(Math.max(low, other.low), Math.min(high, other.high));
    }

    boolean contains(BigDecimal value) {
        return value.compareTo(BigDecimal.valueOf(low)) >= 0 && value.compareTo(BigDecimal.valueOf(high)) <= 0;
    }

    boolean contains(long value) {
        return value >= low && value <= high;
    }

    /** How many numbers there are; zero or less when it is empty. */
    BigInteger size() {
        return BigInteger.valueOf(high).subtract(BigInteger.valueOf(low)).add(BigInteger.ONE);
    }

    /** How much of it lies before a position, from 0 to 100 with one decimal; 100 only when nothing is left. */
    double percentBefore(long position, Steps steps) {
        BigInteger size = size();
        if (size.signum() <= 0) {
            return 100;
        }
        BigInteger before = steps.isAscending()
                ? BigInteger.valueOf(position).subtract(BigInteger.valueOf(low))
                : BigInteger.valueOf(high).subtract(BigInteger.valueOf(position));
        BigInteger used = before.max(BigInteger.ZERO).min(size);
        return new BigDecimal(used)
                        .multiply(BigDecimal.valueOf(THOUSAND))
                        .divide(new BigDecimal(size), 0, RoundingMode.DOWN)
                        .doubleValue()
                / 10;
    }
}
