package dev.dbsh.render;

import dev.dbsh.report.Column;
import dev.dbsh.report.Outcome;
import java.io.IOException;
import java.util.List;

/** How rows and sentences are set for people. */
interface Layout {

    /** Rows of one shape. */
    interface Block<R> {
        void row(R row) throws IOException;

        /** Writes what was held back. */
        void end() throws IOException;
    }

    <R> Block<R> block(List<Column<R>> columns, Appendable out);

    /** The line over the rows of a section. */
    String title(String key);

    String verdict(Outcome outcome, String verdict);

    /** The line that offers a command to type next. */
    String hint(String command);
}
