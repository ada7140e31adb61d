package dev.dbsh.render;

import java.io.Flushable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where reports go: standard output, a file, the terminal with its pager. Every write is checked. */
public interface Output extends Appendable, Flushable {

    /** Cells in a line, 0 when the terminal does not say; null when this is no terminal. */
    @Nullable
    Integer width();

    /** Lines on the screen; null where nothing can be painted over what stands there. */
    default @Nullable Integer height() {
        return null;
    }

    /** Writes bytes as they are; to a terminal what is visible of them. */
    void write(byte[] bytes, int from, int length) throws IOException;

    /** True when the reader has left this report, and the rest of it goes nowhere. */
    boolean isLeft();

    /** Ends one report: everything written so far is out, and a pager that was opened has been left. */
    void endReport() throws IOException;
}
