package dev.dbsh.render;

import dev.dbsh.report.Column;
import dev.dbsh.report.Outcome;
import java.io.IOException;
import java.util.List;

/** One record under the other, a line for each column. */
final class VerticalLayout implements Layout {
    private final Palette palette;
    private final Sentences sentences;

    VerticalLayout(Palette palette) {
        this.palette = palette;
        this.sentences = new Sentences(palette);
    }

    @Override
    public <R> Block<R> block(List<Column<R>> columns, Appendable out) {
        VerticalRecords records = new VerticalRecords(columns, palette, out);
        return new Block<>() {
            @Override
            public void row(R row) throws IOException {
                records.print(Cells.of(row, columns, palette));
            }

            @Override
            public void end() {
                // Every record is written at once.
            }
        };
    }

    @Override
    public String title(String key) {
        return sentences.title(key);
    }

    @Override
    public String verdict(Outcome outcome, String verdict) {
        return sentences.verdict(outcome, verdict);
    }

    @Override
    public String hint(String command) {
        return sentences.hint(command);
    }
}
