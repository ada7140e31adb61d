package dev.dbsh.sql.classify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The modes of a table lock, from the weakest to the strongest. */
public enum LockLevel {
    ACCESS_SHARE,
    ROW_SHARE,
    ROW_EXCLUSIVE,
    SHARE_UPDATE_EXCLUSIVE,
    SHARE,
    SHARE_ROW_EXCLUSIVE,
    EXCLUSIVE,
    ACCESS_EXCLUSIVE;

    /** Reads PostgreSQL's words, in any case. */
    static LockLevel of(String words) {
        return valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    /** The same for words that may be anything. */
    static Optional<LockLevel> find(String words) {
        return Arrays.stream(values())
                .filter(level -> level.words().equalsIgnoreCase(words))
                .findFirst();
    }

    /** PostgreSQL's words: {@code SHARE ROW EXCLUSIVE}. */
    public String words() {
        return name().replace('_', ' ');
    }
}
