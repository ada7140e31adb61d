package dev.dbsh.sequence;

import java.math.BigDecimal;

/** A stored number as the server writes it. */
final class Numeric {
    private static final BigDecimal BEYOND_ALL = BigDecimal.ONE.scaleByPowerOfTen(200_000);

    private Numeric() {}

    /** The number; what is none, or is endless, becomes one that lies beyond every range. */
    static BigDecimal of(String text) {
        return switch (text) {
            case "NaN", "Infinity" -> BEYOND_ALL;
            case "-Infinity" -> BEYOND_ALL.negate();
            default -> new BigDecimal(text);
        };
    }
}
