package dev.dbsh.render;

import dev.dbsh.report.Column;
import dev.dbsh.report.Report;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Report to text, in one format. */
public interface Renderer {

    /**
     * Begins a report.
     *
     * @param command the words of the command, as published: {@code sequences check}
     */
    <R> Rendering<R> start(String command, List<Column<R>> columns, Appendable out) throws IOException;

    /** Writes a report that is complete. */
    default <R> void write(String command, Report<R> report, Duration elapsed, Appendable out) throws IOException {
        Rendering<R> rendering = start(command, report.columns(), out);
        for (R row : report.rows()) {
            rendering.row(row);
        }
        rendering.finish(report.ending(), elapsed);
    }
}
