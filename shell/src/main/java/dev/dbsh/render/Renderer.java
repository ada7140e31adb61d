package dev.dbsh.render;

import dev.dbsh.report.Column;
import java.io.IOException;
import java.util.List;

/** Report to text, in one format. */
public interface Renderer {

    /**
     * Begins a report.
     *
     * @param command the words of the command, as published: {@code sequences check}
     */
    <R> Rendering<R> start(String command, List<Column<R>> columns, Appendable out) throws IOException;
}
