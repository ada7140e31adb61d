package dev.dbsh.report;

import java.io.OutputStream;
import java.util.List;

/** Takes a result row by row, so that one of any size passes through in bounded memory. */
public interface ReportSink {

    /** Announces the columns and answers with the place for the rows. At most once for a command. */
    <R> RowSink<R> start(List<Column<R>> columns);

    /** The place for what is no rows but bytes, as {@code COPY TO STDOUT} gives them; instead of {@link #start}. */
    OutputStream bytes();

    /** The place for the rows of one result. */
    interface RowSink<R> {
        /** @throws Unwanted when whoever reads has left; more rows may still be given, and go nowhere */
        void row(R row);

        /** Shows to a person what has come so far, before a question about it. No row may follow. */
        default void show() {}
    }
}
