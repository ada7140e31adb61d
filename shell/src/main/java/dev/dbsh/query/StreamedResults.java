package dev.dbsh.query;

import dev.dbsh.pg.Results;
import dev.dbsh.pg.wire.ResultColumn;
import dev.dbsh.pg.wire.ResultRow;
import dev.dbsh.report.Align;
import dev.dbsh.report.Column;
import dev.dbsh.report.Ending;
import dev.dbsh.report.Failure;
import dev.dbsh.report.LongText;
import dev.dbsh.report.Meaning;
import dev.dbsh.report.Plural;
import dev.dbsh.report.ReportSink;
import dev.dbsh.report.Unwanted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands the rows of one statement on as they come in; nothing is kept. */
final class StreamedResults implements Results {
    private final ReportSink sink;
    private final Consumer<Failure> notices;
    private final boolean mayEnd;
    private ReportSink.@Nullable RowSink<ResultRow> rows;
    private boolean left;
    private long cut;

    /**
     * Prepares for one statement.
     *
     * @param mayEnd true when the statement is to be stopped as soon as nobody reads its rows any more; otherwise the rest
     *     passes by unseen, so that nothing is undone because somebody has read enough
     */
    StreamedResults(ReportSink sink, Consumer<Failure> notices, boolean mayEnd) {
        this.sink = sink;
        this.notices = notices;
        this.mayEnd = mayEnd;
    }

    boolean hasRows() {
        return rows != null;
    }

    /** Shows the rows, all of which have come, before what else is to be said. */
    void show() {
        if (rows != null) {
            rows.show();
        }
    }

    /** Says what was cut, when something was. */
    Ending completed(Ending ending) {
        if (left) {
            show();
        }
        if (cut == 0) {
            return ending;
        }
        String verdict = ending.verdict() + ", " + Plural.of(cut, "value") + " too long to be shown whole";
        return Ending.of(ending.outcome(), verdict).withHint("copy (QUERY) to FILE");
    }

    @Override
    public void columns(List<ResultColumn> columns) {
        List<Column<ResultRow>> shown = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            shown.add(column(i, columns.get(i)));
        }
        rows = sink.start(shown);
    }

    @Override
    public void row(ResultRow row) {
        ReportSink.RowSink<ResultRow> open = rows;
        if (open == null) {
            throw new IllegalStateException("a row before its columns");
        }
        if (left) {
            return;
        }
        try {
            open.row(row);
        } catch (Unwanted e) {
            if (mayEnd) {
                throw e;
            }
            left = true;
        }
    }

    @Override
    public void notice(Failure notice) {
        notices.accept(notice);
    }

    private Column<ResultRow> column(int index, ResultColumn column) {
        return new Column<>(
                column.name(),
                column.isNumeric() ? Align.RIGHT : Align.LEFT,
                row -> watched(row.value(index)),
                row -> JsonValue.of(row.value(index), column),
                row -> Meaning.PLAIN,
                Column.Room.ALWAYS);
    }

    private @Nullable Object watched(@Nullable Object value) {
        return value instanceof LongText text ? new Watched(text) : value;
    }

    /** Counts when no more than the beginning is taken. */
    private final class Watched implements LongText {
        private final LongText text;

        Watched(LongText text) {
            this.text = text;
        }

        @Override
        public long bytes() {
            return text.bytes();
        }

        @Override
        public String beginning(int characters) {
            cut++;
            return text.beginning(characters);
        }

        @Override
        public void writeTo(Appendable out) throws IOException {
            text.writeTo(out);
        }
    }
}
