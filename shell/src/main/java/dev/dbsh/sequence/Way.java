package dev.dbsh.sequence;

import java.util.Locale;

/** How a sequence would be repaired, or why not. */
enum Way {
    /** With nextval: nobody waits for it. */
    ADVANCE,
    /** With writers locked out, because the way is too long to be walked. */
    MOVE,
    /** Nothing to do. */
    LEVEL,
    /** Not to be touched: what it would take is a human's decision. */
    LEAVE_ALONE,
    /** Behind, or not to be judged, and not allowed. */
    REFUSE,
    /** Somebody else is at it now. */
    WAIT;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean changes() {
        return this == ADVANCE || this == MOVE;
    }
}
