package dev.dbsh.render;

import dev.dbsh.report.Meaning;
import dev.dbsh.report.Outcome;
import java.util.List;

/** The lines around the rows, as table and vertical records share them. */
record Sentences(Palette palette) {

    String title(String key) {
        return palette.heading(Visible.cell(key));
    }

    String verdict(Outcome outcome, String verdict) {
        Meaning meaning = switch (outcome) {
            case OK -> Meaning.PLAIN;
            case FINDINGS, UNKNOWN -> Meaning.WARNING;
            case FAILED -> Meaning.BAD;
        };
        return palette.paint(meaning, Visible.cell(verdict));
    }

    /** @param keys of the columns that the terminal is too narrow for */
    String leftOut(List<String> keys) {
        return palette.paint(
                Meaning.MUTED,
                "(no room for " + Visible.cell(String.join(", ", keys)) + "; format vertical shows all)");
    }

    String hint(String command) {
        return palette.paint(Meaning.MUTED, "try: ") + Visible.cell(command);
    }
}
