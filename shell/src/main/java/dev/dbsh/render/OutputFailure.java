package dev.dbsh.render;

import java.io.IOException;

/** The output did not arrive. The two ways differ in their exit codes: nobody reads on (141), or it broke (1). */
public final class OutputFailure extends IOException {
    private final boolean readerGone;

    OutputFailure(String message, boolean readerGone, IOException cause) {
        super(message, cause);
        this.readerGone = readerGone;
    }

    /** True when the reader has seen enough, as {@code head} does: an end, not a fault, and nothing to be said. */
    public boolean readerGone() {
        return readerGone;
    }
}
