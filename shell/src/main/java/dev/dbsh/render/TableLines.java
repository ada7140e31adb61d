package dev.dbsh.render;

import dev.dbsh.report.Align;
import dev.dbsh.report.Column;
import java.io.IOException;
import java.util.List;

/** The lines of one table, whose widths are known. No line ends in blanks of ours. */
final class TableLines implements CellPrinter {
    static final int GAP = 2;

    private final List<? extends Column<?>> columns;
    private final int[] widths;
    private final int[] shown;
    private final Palette palette;
    private final Appendable out;
    private int owedBlanks;

    /** @param shown the numbers of the columns that are printed */
    TableLines(List<? extends Column<?>> columns, int[] widths, int[] shown, Palette palette, Appendable out) {
        this.columns = columns;
        this.widths = widths;
        this.shown = shown;
        this.palette = palette;
        this.out = out;
    }

    void header() throws IOException {
        for (int i : shown) {
            String key = Visible.cell(columns.get(i).key());
            field(i, key, palette.heading(key));
        }
        endLine();
    }

    @Override
    public void print(Cells cells) throws IOException {
        for (int i : shown) {
            String text = cells.line(i);
            field(i, text, palette.paint(cells.meaning(i), text));
        }
        endLine();
    }

    private void field(int column, String text, String painted) throws IOException {
        int padding = Math.max(0, widths[column] - DisplayWidth.of(text));
        boolean right = columns.get(column).align() == Align.RIGHT;
        owedBlanks += (column == shown[0] ? 0 : GAP) + (right ? padding : 0);
        if (!text.isEmpty()) {
            Blanks.append(owedBlanks, out);
            out.append(painted);
            owedBlanks = 0;
        }
        owedBlanks += right ? 0 : padding;
    }

    private void endLine() throws IOException {
        out.append('\n');
        owedBlanks = 0;
    }
}
