package dev.dbsh.command.condition;

import dev.dbsh.report.Figure;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two operands of which each lies between two numbers: decided when the whole of both says the same. */
record Comparison(Operand left, Operator operator, Operand right) {

    /** How they are compared. */
    enum Operator {
        LESS("<", "<"),
        LESS_OR_EQUAL("<=", "<="),
        GREATER(">", ">"),
        GREATER_OR_EQUAL(">=", ">="),
        EQUAL("=", "=="),
        NOT_EQUAL("<>", "!=");

        private final String sign;
        private final String other;

        Operator(String sign, String other) {
            this.sign = sign;
            this.other = other;
        }

        static @Nullable Operator find(String sign) {
            for (Operator each : values()) {
                if (each.sign.equals(sign) || each.other.equals(sign)) {
                    return each;
                }
            }
            return null;
        }
    }

    /**
     * A figure of the report, or a number that was typed.
     *
     * @param text as it was typed
     * @param at where, counted from 0
     * @param constant null for the name of a figure
     */
    record Operand(String text, int at, @Nullable Figure constant) {

        Figure in(Map<String, Figure> figures) {
            return constant == null ? figures.getOrDefault(text, missing()) : constant;
        }

        private Figure missing() {
            return new Figure(text, Figure.Unit.COUNT, null, null);
        }

        boolean isZero() {
            BigDecimal low = constant == null ? null : constant.low();
            return low != null && low.signum() == 0 && constant != null && constant.unit() == Figure.Unit.COUNT;
        }
    }

    Truth in(Map<String, Figure> figures) {
        Figure a = left.in(figures);
        Figure b = right.in(figures);
        return switch (operator) {
            case LESS -> less(a, b);
            case GREATER -> less(b, a);
            case LESS_OR_EQUAL -> less(b, a).not();
            case GREATER_OR_EQUAL -> less(a, b).not();
            case EQUAL -> equal(a, b);
            case NOT_EQUAL -> equal(a, b).not();
        };
    }

    private static Truth less(Figure a, Figure b) {
        if (a.high() != null && b.low() != null && a.high().compareTo(b.low()) < 0) {
            return Truth.YES;
        }
        return a.low() != null && b.high() != null && a.low().compareTo(b.high()) >= 0 ? Truth.NO : Truth.UNKNOWN;
    }

    private static Truth equal(Figure a, Figure b) {
        if (less(a, b) == Truth.YES || less(b, a) == Truth.YES) {
            return Truth.NO;
        }
        return isExact(a) && isExact(b) ? Truth.YES : Truth.UNKNOWN;
    }

    private static boolean isExact(Figure figure) {
        return figure.low() != null && figure.high() != null && figure.low().compareTo(figure.high()) == 0;
    }

    /** Says what cannot be compared, and why; null when all can. */
    @Nullable
    String mismatch(Map<String, Figure> figures) {
        Figure.Unit a = left.in(figures).unit();
        Figure.Unit b = right.in(figures).unit();
        if (a == b || left.isZero() || right.isZero()) {
            return null;
        }
        return left.text() + " is " + words(a) + " and " + right.text() + " is " + words(b);
    }

    private static String words(Figure.Unit unit) {
        return switch (unit) {
            case COUNT -> "a number";
            case SECONDS -> "a length of time";
            case BYTES -> "a size";
        };
    }
}
