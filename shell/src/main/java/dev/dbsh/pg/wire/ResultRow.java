package dev.dbsh.pg.wire;

import org.jspecify.annotations.Nullable;

/** One row of a result while it passes by. */
public interface ResultRow {

    /**
     * The value of a column in the server's own text: a String, or a {@link dev.dbsh.report.LongText} when it is too long
     * to be held; null is NULL. Columns are asked for in their order, each at most once.
     *
     * @param column counted from 0
     */
    @Nullable
    Object value(int column);
}
