package dev.dbsh.command.condition;

import dev.dbsh.command.Refusal;
import dev.dbsh.command.TimeSpan;
import dev.dbsh.report.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a condition from left to right: {@code or} binds least, {@code not} most. */
final class ConditionReader {
    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,9})?)([A-Za-z]*)");
    private static final Pattern TIME = Pattern.compile("(?:[0-9]{1,9}(?:ms|s|min|m|h|d))+");
    private static final List<String> SIZES = List.of("B", "KB", "MB", "GB", "TB");
    private static final List<String> WORDS = List.of("and", "or", "not");
    private static final int KILO = 1024;

    private final String text;
    private final List<Signs.Sign> signs;
    private final List<Comparison> comparisons = new ArrayList<>();
    private int at;

    ConditionReader(String text) {
        this.text = text;
        this.signs = Signs.of(text);
    }

    Condition read() {
        Condition.Part whole = any();
        if (next().kind() != Signs.Kind.END) {
            throw unexpected("and, or, or the end");
        }
        return new Condition(text, whole, comparisons);
    }

    private Condition.Part any() {
        Condition.Part left = all();
        while (take("or")) {
            Condition.Part one = left;
            Condition.Part other = all();
            left = figures -> one.in(figures).or(other.in(figures));
        }
        return left;
    }

    private Condition.Part all() {
        Condition.Part left = single();
        while (take("and")) {
            Condition.Part one = left;
            Condition.Part other = single();
            left = figures -> one.in(figures).and(other.in(figures));
        }
        return left;
    }

    private Condition.Part single() {
        if (take("not")) {
            Condition.Part inside = single();
            return figures -> inside.in(figures).not();
        }
        if (take("(")) {
            Condition.Part inside = any();
            if (!take(")")) {
                throw unexpected("a closing parenthesis");
            }
            return inside;
        }
        return comparison()::in;
    }

    private Comparison comparison() {
        Comparison.Operand left = operand();
        Comparison.Operator operator =
                next().kind() == Signs.Kind.SIGN ? Comparison.Operator.find(next().text()) : null;
        if (operator == null) {
            throw unexpected("one of < <= > >= = <>");
        }
        at++;
        Comparison comparison = new Comparison(left, operator, operand());
        comparisons.add(comparison);
        return comparison;
    }

    private Comparison.Operand operand() {
        Signs.Sign sign = next();
        boolean word =
                sign.kind() == Signs.Kind.WORD && !WORDS.contains(sign.text().toLowerCase(Locale.ROOT));
        if (!word && sign.kind() != Signs.Kind.NUMBER) {
            throw unexpected("a figure or a number");
        }
        at++;
        return new Comparison.Operand(sign.text(), sign.at(), word ? null : constant(sign));
    }

    private Figure constant(Signs.Sign sign) {
        if (TIME.matcher(sign.text()).matches()) {
            return Figure.time(sign.text(), TimeSpan.parse(sign.text()), TimeSpan.parse(sign.text()));
        }
        Matcher number = NUMBER.matcher(sign.text());
        if (number.matches()) {
            BigDecimal value = new BigDecimal(number.group(1));
            int power = SIZES.indexOf(number.group(2).toUpperCase(Locale.ROOT));
            if (number.group(2).isEmpty()) {
                return new Figure(sign.text(), Figure.Unit.COUNT, value, value);
            }
            if (power >= 0) {
                BigDecimal bytes = value.multiply(BigDecimal.valueOf(KILO).pow(power));
                return new Figure(sign.text(), Figure.Unit.BYTES, bytes, bytes);
            }
        }
        throw refusal(
                text,
                "\"" + sign.text() + "\" is neither a number nor a length of time nor a size",
                sign.at(),
                "write 3, 1.5, 300ms, 30s, 1h30m, 2d, 10kB, 5MB, 1GB or 2TB");
    }

    private Signs.Sign next() {
        return signs.get(at);
    }

    private boolean take(String text) {
        boolean there = next().is(text);
        at += there ? 1 : 0;
        return there;
    }

    private Refusal unexpected(String wanted) {
        Signs.Sign sign = next();
        String found = sign.kind() == Signs.Kind.END ? "the end" : "\"" + sign.text() + "\"";
        return refusal(text, "expected " + wanted + ", found " + found, sign.at(), "waiting > 0 or oldest_wait > 30s");
    }

    /** @param at counted from 0 */
    static Refusal refusal(String text, String message, int at, String hint) {
        return Refusal.usage(message + ", at character " + (at + 1) + " of: " + text, hint);
    }
}
