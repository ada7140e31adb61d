package dev.dbsh.render;

import dev.dbsh.report.Column;
import dev.dbsh.report.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Aligned columns, two blanks apart.
 *
 * <p>Widths come from the rows held back at first, which is all of them in a report of ordinary size. When the terminal
 * is narrower than one of those, the columns that can be spared are left out, and named below; when that is not enough, the
 * block becomes vertical records before anything is written. In a longer result a later cell that is wider pushes its own
 * line out; nothing is ever cut.
 */
final class TableLayout implements Layout {
    // Wide enough for thousands of rows, small enough for a heap of 64 MB.
    private static final int HELD_BACK_BYTES = 2 << 20;

    private final @Nullable Integer terminalWidth;
    private final Palette palette;
    private final Sentences sentences;

    TableLayout(@Nullable Integer terminalWidth, Palette palette) {
        this.terminalWidth = terminalWidth;
        this.palette = palette;
        this.sentences = new Sentences(palette);
    }

    @Override
    public <R> Block<R> block(List<Column<R>> columns, Appendable out) {
        return new TableBlock<>(columns, out);
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

    private final class TableBlock<R> implements Block<R> {
        private final List<Column<R>> columns;
        private final Appendable out;
        private final int[] widths;
        private final List<Cells> heldBack = new ArrayList<>();
        private final FittingColumns<R> fitting;
        private int weight;
        private @Nullable CellPrinter printer;
        private boolean told;

        private TableBlock(List<Column<R>> columns, Appendable out) {
            this.columns = Column.forTable(columns);
            this.out = out;
            this.widths = new int[this.columns.size()];
            this.fitting = new FittingColumns<>(this.columns, widths);
            for (int i = 0; i < widths.length; i++) {
                widths[i] = DisplayWidth.of(Visible.cell(this.columns.get(i).key()));
            }
        }

        @Override
        public void row(R row) throws IOException {
            Cells cells = Cells.of(row, columns, palette);
            if (printer != null) {
                printer.print(cells);
                return;
            }
            heldBack.add(cells);
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(cells.line(i)));
            }
            weight += cells.weight();
            if (weight > HELD_BACK_BYTES) {
                printHeldBack();
            }
        }

        @Override
        public void end() throws IOException {
            if (printer == null && !heldBack.isEmpty()) {
                printHeldBack();
            }
            List<String> leftOut = fitting.leftOut();
            if (!told && !leftOut.isEmpty()) {
                told = true;
                out.append(sentences.leftOut(leftOut)).append('\n');
            }
        }

        private void printHeldBack() throws IOException {
            CellPrinter chosen = fitting.into(terminalWidth) ? table() : new VerticalRecords(columns, palette, out);
            printer = chosen;
            for (Cells cells : heldBack) {
                chosen.print(cells);
            }
            heldBack.clear();
        }

        private TableLines table() throws IOException {
            TableLines lines = new TableLines(columns, widths, fitting.shown(), palette, out);
            lines.header();
            return lines;
        }
    }
}
