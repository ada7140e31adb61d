package dev.dbsh.sequence;

import dev.dbsh.report.Meaning;
import java.util.Locale;

/** How a sequence is, worst first. */
enum Status {
    /** A stored value lies where it is going: an insert will collide, or has collided already. */
    BEHIND(Meaning.BAD),
    /** Nothing is left to hand out that fits the column. */
    EXHAUSTED(Meaning.BAD),
    NEAR_END(Meaning.WARNING),
    /** Begins again at its start, so no position is safe for ever. */
    CYCLE(Meaning.WARNING),
    /** Could not be looked at; why is in the note. Never counted as fine. */
    UNKNOWN(Meaning.WARNING),
    /** Something uses it that the catalog cannot compare. */
    POSSIBLE(Meaning.MUTED),
    /** Far beyond the stored values: harmless, but someone moved it. */
    AHEAD(Meaning.PLAIN),
    OK(Meaning.GOOD);

    private final Meaning meaning;

    Status(Meaning meaning) {
        this.meaning = meaning;
    }

    /** The published word. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Meaning meaning() {
        return meaning;
    }
}
