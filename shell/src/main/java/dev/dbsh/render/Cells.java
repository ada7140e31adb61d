package dev.dbsh.render;

import dev.dbsh.report.Column;
import dev.dbsh.report.Meaning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row as people's text, not yet made visible: a table needs it on one line, a vertical record does not. */
final class Cells {
    private static final Meaning[] NO_COLOURS = {};

    private final @Nullable String[] texts;
    private final Meaning[] meanings;

    private Cells(@Nullable String[] texts, Meaning[] meanings) {
        this.texts = texts;
        this.meanings = meanings;
    }

    static <R> Cells of(R row, List<Column<R>> columns, Palette palette) {
        int count = columns.size();
        @Nullable String[] texts = new @Nullable String[count];
        for (int i = 0; i < count; i++) {
            texts[i] = text(columns.get(i).of(row));
        }
        return new Cells(texts, palette == Palette.PLAIN ? NO_COLOURS : meanings(row, columns));
    }

    private static <R> Meaning[] meanings(R row, List<Column<R>> columns) {
        Meaning[] meanings = new Meaning[columns.size()];
        for (int i = 0; i < meanings.length; i++) {
            meanings[i] = columns.get(i).meaning().apply(row);
        }
        return meanings;
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = Notation.PEOPLE.of(value);
        return text.equals(Notation.MISSING) ? '"' + text + '"' : text;
    }

    /** The text of a column as it came: not for a terminal. */
    String raw(int column) {
        String text = texts[column];
        return text == null ? Notation.MISSING : text;
    }

    /** The text of a column on one line. */
    String line(int column) {
        return Visible.cell(raw(column));
    }

    /** The text of a column with its line breaks. */
    String lines(int column) {
        return Visible.lines(raw(column));
    }

    Meaning meaning(int column) {
        if (meanings.length == 0) {
            return Meaning.PLAIN;
        }
        return texts[column] == null && meanings[column] == Meaning.PLAIN ? Meaning.MUTED : meanings[column];
    }

    /** About how many bytes this row holds in memory. */
    int weight() {
        int weight = 16;
        for (String text : texts) {
            weight += 64 + (text == null ? 0 : text.length());
        }
        return weight;
    }
}
