package dev.dbsh.command.condition;

import dev.dbsh.command.Refusal;
import dev.dbsh.report.Figure;
import dev.dbsh.report.Nearest;
import dev.dbsh.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that may be so of a report's figures: {@code waiting > 0 or oldest_wait > 30s}. Names of figures, numbers,
 * lengths of time and sizes, compared, with {@code and}, {@code or}, {@code not} and parentheses.
 */
public final class Condition {
    private final String text;
    private final Part whole;
    private final List<Comparison> comparisons;

    Condition(String text, Part whole, List<Comparison> comparisons) {
        this.text = text;
        this.whole = whole;
        this.comparisons = List.copyOf(comparisons);
    }

    /** A condition inside of a condition. */
    @FunctionalInterface
    interface Part {
        Truth in(Map<String, Figure> figures);
    }

    /** Reads it; what is none is refused with the place. */
    public static Condition parse(String text) {
        return new ConditionReader(text).read();
    }

    public String text() {
        return text;
    }

    /** Whether it is so; a name that the report does not have is refused with the nearest one. */
    public Truth of(Report<?> report) {
        Map<String, Figure> figures = byName(report);
        for (Comparison comparison : comparisons) {
            check(comparison.left(), figures);
            check(comparison.right(), figures);
            String mismatch = comparison.mismatch(figures);
            if (mismatch != null) {
                throw refusal(
                        mismatch,
                        comparison.right().at(),
                        "a length of time is written as 30s, a size as 10MB, a number as 3");
            }
        }
        return whole.in(figures);
    }

    /** The figures that it is about, in words. */
    public String seen(Report<?> report) {
        Map<String, Figure> figures = byName(report);
        List<String> words = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            for (Comparison.Operand operand : List.of(comparison.left(), comparison.right())) {
                String one = operand.in(figures).words();
                if (operand.constant() == null && !words.contains(one)) {
                    words.add(one);
                }
            }
        }
        return String.join(", ", words);
    }

    private static Map<String, Figure> byName(Report<?> report) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        report.figures().forEach(figure -> figures.put(figure.name(), figure));
        return figures;
    }

    private void check(Comparison.Operand operand, Map<String, Figure> figures) {
        if (operand.constant() != null || figures.containsKey(operand.text())) {
            return;
        }
        String all = "figures of this report: " + String.join(", ", figures.keySet());
        throw refusal(
                "there is no figure \"" + operand.text() + "\"",
                operand.at(),
                Nearest.to(operand.text(), figures.keySet())
                        .map(near -> "did you mean " + near + "? " + all)
                        .orElse(all));
    }

    private Refusal refusal(String message, int at, String hint) {
        return ConditionReader.refusal(text, message, at, hint);
    }
}
