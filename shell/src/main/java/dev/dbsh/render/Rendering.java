package dev.dbsh.render;

import dev.dbsh.report.Ending;
import java.io.IOException;
import java.time.Duration;

/** One report on its way out. */
public interface Rendering<R> {

    void row(R row) throws IOException;

    /** Writes the rows that were held back, where people read; no row may follow. */
    void show() throws IOException;

    /** Writes what comes after the rows; no row may follow. */
    void finish(Ending ending, Duration elapsed) throws IOException;
}
