package dev.dbsh.pg;

import dev.dbsh.pg.wire.ResultColumn;
import dev.dbsh.pg.wire.ResultRow;
import dev.dbsh.report.Failure;
import java.io.InputStream;
import java.util.List;

/** Takes what a typed statement gives back, as it comes in. */
public interface Results {
    /** For what gives nothing that anybody wants to see. */
    Results NOTHING = new Results() {
        @Override
        public void columns(List<ResultColumn> columns) {}

        @Override
        public void row(ResultRow row) {}

        @Override
        public void notice(Failure notice) {}
    };

    void columns(List<ResultColumn> columns);

    /** One row while it passes by: it is gone when this returns. */
    void row(ResultRow row);

    /** Something the server wants to be known, with its severity in {@code where}. */
    void notice(Failure notice);

    /** True for what only a COPY gives and takes. */
    default boolean isCopy() {
        return false;
    }

    /** A part of what {@code COPY TO STDOUT} gives; the array is used again. */
    default void copied(byte[] bytes, int from, int length) {
        throw new IllegalStateException("nobody takes what is copied out");
    }

    /** What {@code COPY FROM STDIN} takes; read on a thread of its own, and not closed. */
    default InputStream copying() {
        throw new IllegalStateException("nobody gives what is copied in");
    }
}
