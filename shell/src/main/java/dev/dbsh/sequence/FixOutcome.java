package dev.dbsh.sequence;

import dev.dbsh.report.Meaning;
import java.util.Locale;

/** What became of one sequence. */
enum FixOutcome {
    /** It hands out values beyond the stored ones now. */
    ADVANCED(Meaning.GOOD),
    /** It was not behind. */
    LEVEL(Meaning.PLAIN),
    /** What it would take is a human's decision. */
    LEFT_ALONE(Meaning.WARNING),
    REFUSED(Meaning.WARNING),
    BUSY(Meaning.WARNING),
    FAILED(Meaning.BAD);

    private final Meaning meaning;

    FixOutcome(Meaning meaning) {
        this.meaning = meaning;
    }

    /** The published word. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The same in a sentence. */
    String words() {
        return word().replace('_', ' ');
    }

    Meaning meaning() {
        return meaning;
    }
}
