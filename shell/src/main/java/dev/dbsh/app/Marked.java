package dev.dbsh.app;

import dev.dbsh.report.Column;
import dev.dbsh.report.Drawn;
import dev.dbsh.report.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A row of a report that was seen before, with whether it is another one now.
 *
 * @param changed true for a row that was not there the last time, or had another value; times that only go on are no change
 */
record Marked<R>(R row, boolean changed) {

    /** What makes up a row, but for the times in it. */
    static <R> List<List<Object>> values(Report<R> report) {
        return report.rows().stream().map(row -> values(row, report.columns())).toList();
    }

    private static <R> List<Object> values(R row, List<Column<R>> columns) {
        return Arrays.asList(columns.stream()
                .map(column -> Drawn.plain(column.typedOf(row)))
                .map(value -> value instanceof Duration ? null : value)
                .toArray());
    }

    /** The report with a column more; the first time nothing is marked. */
    static <R> Report<Marked<R>> of(Report<R> report, List<List<Object>> before) {
        List<List<Object>> left = new ArrayList<>(before);
        List<Marked<R>> rows = new ArrayList<>();
        for (R row : report.rows()) {
            rows.add(new Marked<>(row, !left.remove(values(row, report.columns()))));
        }
        List<Column<Marked<R>>> columns = new ArrayList<>();
        columns.add(Column.<Marked<R>>text("changed", marked -> marked.changed() ? "*" : "")
                .typed(Marked::changed));
        for (Column<R> column : report.columns()) {
            columns.add(of(column));
        }
        return new Report<>(columns, rows, report.ending(), report.figures());
    }

    private static <R> Column<Marked<R>> of(Column<R> column) {
        return new Column<>(
                column.key(),
                column.align(),
                marked -> column.of(marked.row()),
                marked -> column.typedOf(marked.row()),
                marked -> column.meaning().apply(marked.row()),
                column.room());
    }
}
