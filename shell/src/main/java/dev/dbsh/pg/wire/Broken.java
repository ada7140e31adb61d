package dev.dbsh.pg.wire;

import java.io.IOException;

/** Carries a failure of the connection through whoever takes a row, to the driver. */
final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final IOException reason;

    Broken(IOException reason) {
        super(reason);
        this.reason = reason;
    }

    IOException reason() {
        return reason;
    }
}
