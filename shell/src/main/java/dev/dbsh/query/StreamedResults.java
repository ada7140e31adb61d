package dev.dbsh.query;

import dev.dbsh.pg.ResultColumn;
import dev.dbsh.pg.Results;
import dev.dbsh.report.Align;
import dev.dbsh.report.Column;
import dev.dbsh.report.Failure;
import dev.dbsh.report.Meaning;
import dev.dbsh.report.ReportSink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands the rows of one statement on as they come in; nothing is kept. */
final class StreamedResults implements Results {
    private final ReportSink sink;
    private final Consumer<Failure> notices;
    private ReportSink.@Nullable RowSink<List<@Nullable String>> rows;

    StreamedResults(ReportSink sink, Consumer<Failure> notices) {
        this.sink = sink;
        this.notices = notices;
    }

    boolean hasRows() {
        return rows != null;
    }

    @Override
    public void columns(List<ResultColumn> columns) {
        List<Column<List<@Nullable String>>> shown = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            shown.add(column(i, columns.get(i)));
        }
        rows = sink.start(shown);
    }

    @Override
    public void row(List<@Nullable String> values) {
        ReportSink.RowSink<List<@Nullable String>> open = rows;
        if (open == null) {
            throw new IllegalStateException("a row before its columns");
        }
        open.row(values);
    }

    @Override
    public void notice(Failure notice) {
        notices.accept(notice);
    }

    private static Column<List<@Nullable String>> column(int index, ResultColumn column) {
        return new Column<>(
                column.name(),
                column.isNumeric() ? Align.RIGHT : Align.LEFT,
                row -> value(column, row.get(index)),
                row -> Meaning.PLAIN);
    }

    // The text is the server's own; only where JSON has a type for it is it given one that prints the same.
    private static @Nullable Object value(ResultColumn column, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (column.isInteger()) {
            return Long.valueOf(text);
        }
        return column.isBoolean() ? (Object) text.equals("t") : text;
    }
}
