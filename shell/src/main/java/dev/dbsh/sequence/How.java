package dev.dbsh.sequence;

import java.util.Locale;

/** How the catalog knows that a column takes its values from a sequence. */
enum How {
    IDENTITY,
    /** Owned by the column; whether its default uses it is another matter. */
    OWNED,
    /** The default uses it and nobody owns it. */
    DEFAULT,
    /** The default makes something of it that is not its plain value. */
    EXPRESSION,
    /** Seen somewhere, but nothing proves it. */
    POSSIBLE;

    /** The published word. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
