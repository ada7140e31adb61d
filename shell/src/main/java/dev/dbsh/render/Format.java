package dev.dbsh.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The ways a report can look. */
public enum Format {
    TABLE,
    VERTICAL,
    JSON,
    CSV,
    MARKDOWN;

    /** The published word. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Format> find(String word) {
        for (Format format : values()) {
            if (format.word().equals(word)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** All published words, in the order of the help text. */
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Format format : values()) {
            words.add(format.word());
        }
        return words;
    }
}
