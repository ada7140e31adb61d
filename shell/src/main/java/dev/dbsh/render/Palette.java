package dev.dbsh.render;

import dev.dbsh.report.Meaning;

/** Which colours the reader of a report can see. Paint goes around text that is already visible and measured. */
public enum Palette {
    /** No escape sequences at all. */
    PLAIN,
    /** The eight basic colours, which every terminal maps to something its owner can read. */
    COLOUR;

    private static final String END = "\u001b[0m";

    /** What switches the colour of a meaning on; empty when it has none. */
    public String start(Meaning meaning) {
        if (this == PLAIN) {
            return "";
        }
        return switch (meaning) {
            case PLAIN -> "";
            case GOOD -> "\u001b[32m";
            case WARNING -> "\u001b[33m";
            case BAD -> "\u001b[31m";
            case MUTED -> "\u001b[2m";
        };
    }

    /** What switches it off again. */
    public String end(Meaning meaning) {
        return this == PLAIN || meaning == Meaning.PLAIN ? "" : END;
    }

    public String paint(Meaning meaning, String visible) {
        return this == PLAIN || meaning == Meaning.PLAIN ? visible : start(meaning) + visible + END;
    }

    /** A heading is bold, which is no meaning. */
    public String heading(String visible) {
        return this == PLAIN ? visible : "\u001b[1m" + visible + END;
    }
}
