package dev.dbsh.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number that a report tells of all that it has looked at, for conditions. What is not known exactly lies between two
 * numbers.
 *
 * @param name lower snake case, as it stands in a condition
 * @param low null when nothing is known on that side, as {@code high}
 */
public record Figure(
        String name,
        Unit unit,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high) {

    /** What a figure counts. */
    public enum Unit {
        COUNT(""),
        SECONDS("s"),
        BYTES("B");

        private final String sign;

        Unit(String sign) {
            this.sign = sign;
        }

        /** The number as it can stand in a condition: {@code 41.5s}. */
        public String words(BigDecimal number) {
            return (number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString()) + sign;
        }
    }

    public static Figure count(String name, long number) {
        return between(name, number, number);
    }

    public static Figure between(String name, long low, long high) {
        return new Figure(name, Unit.COUNT, BigDecimal.valueOf(low), BigDecimal.valueOf(high));
    }

    /** @param high null when it may be any longer time */
    public static Figure time(String name, @Nullable Duration low, @Nullable Duration high) {
        return new Figure(name, Unit.SECONDS, seconds(low), seconds(high));
    }

    private static @Nullable BigDecimal seconds(@Nullable Duration time) {
        return time == null ? null : BigDecimal.valueOf(time.toMillis(), 3);
    }

    /** {@code oldest_wait is 41.5s}, {@code waiting is 2 to 4} */
    public String words() {
        if (low == null && high == null) {
            return name + " is not known";
        }
        if (low == null) {
            return name + " is at most " + unit.words(Objects.requireNonNull(high));
        }
        if (high == null) {
            return name + " is at least " + unit.words(low);
        }
        return name + " is " + unit.words(low) + (low.compareTo(high) == 0 ? "" : " to " + unit.words(high));
    }
}
