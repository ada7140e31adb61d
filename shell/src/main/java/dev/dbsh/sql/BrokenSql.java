package dev.dbsh.sql;

import java.io.IOException;

/** A text that cannot be cut into statements any further; the message names the place. */
public final class BrokenSql extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Position position;
    private final String remedy;

    BrokenSql(Position position, String what, String remedy) {
        super(position + ": " + what);
        this.position = position;
        this.remedy = remedy;
    }

    /** Where the text is wrong, or where that begins which has no end. */
    public Position position() {
        return position;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
