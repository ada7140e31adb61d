package dev.dbsh.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything a command has to say, before anyone decides how it looks.
 *
 * @param figures what conditions can be about, beside {@code rows}, which every report has
 */
public record Report<R>(List<Column<R>> columns, List<R> rows, Ending ending, List<Figure> figures) {

    public Report {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        figures = List.copyOf(figures);
    }

    public Report(List<Column<R>> columns, List<R> rows, Ending ending) {
        this(columns, rows, ending, List.of(Figure.count("rows", rows.size())));
    }

    public static <R> Report<R> of(List<Column<R>> columns, List<R> rows, Outcome outcome, String verdict) {
        return new Report<>(columns, rows, Ending.of(outcome, verdict));
    }

    public static <R> Report<R> ok(List<Column<R>> columns, List<R> rows, String verdict) {
        return of(columns, rows, Outcome.OK, verdict);
    }

    /** A report that is its verdict alone. */
    public static Report<Void> said(String verdict) {
        return ok(List.of(), List.of(), verdict);
    }

    public Report<R> withHint(String hint) {
        return new Report<>(columns, rows, ending.withHint(hint), figures);
    }

    public Report<R> withSection(Section<?> section) {
        return new Report<>(columns, rows, ending.withSection(section), figures);
    }

    public Report<R> withFigures(List<Figure> more) {
        List<Figure> all = new ArrayList<>(figures);
        all.addAll(more);
        return new Report<>(columns, rows, ending, all);
    }

    /** The same with another outcome, and why. */
    public Report<R> judged(Outcome outcome, String why) {
        return new Report<>(columns, rows, ending.judged(outcome, why), figures);
    }

    public Outcome outcome() {
        return ending.outcome();
    }
}
