package dev.dbsh.report;

import java.util.List;

/** Everything a command has to say, before anyone decides how it looks. */
public record Report<R>(List<Column<R>> columns, List<R> rows, Ending ending) {

    public Report {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
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
        return new Report<>(columns, rows, ending.withHint(hint));
    }

    public Report<R> withSection(Section<?> section) {
        return new Report<>(columns, rows, ending.withSection(section));
    }

    public Outcome outcome() {
        return ending.outcome();
    }
}
