package dev.dbsh.render;

import dev.dbsh.report.Column;
import java.io.IOException;
import java.util.List;

/**
 * Numbered records of {@code key | value} lines. Further lines of a value stand behind a bar of their own, so that no
 * value can look like the next key or record.
 */
final class VerticalRecords implements CellPrinter {
    private static final String BAR = " | ";

    private final String[] keys;
    private final int keyWidth;
    private final Palette palette;
    private final Appendable out;
    private long number;

    VerticalRecords(List<? extends Column<?>> columns, Palette palette, Appendable out) {
        this.palette = palette;
        this.out = out;
        this.keys = new String[columns.size()];
        int widest = 0;
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Visible.cell(columns.get(i).key());
            widest = Math.max(widest, DisplayWidth.of(keys[i]));
        }
        this.keyWidth = widest;
    }

    @Override
    public void print(Cells cells) throws IOException {
        number++;
        out.append(palette.heading(rule())).append('\n');
        for (int i = 0; i < keys.length; i++) {
            out.append(keys[i]);
            Blanks.append(keyWidth - DisplayWidth.of(keys[i]), out);
            value(cells, i);
        }
    }

    private String rule() {
        StringBuilder rule = new StringBuilder("-[ ").append(number).append(" ]-");
        while (rule.length() < keyWidth + BAR.length()) {
            rule.append('-');
        }
        return rule.toString();
    }

    private void value(Cells cells, int column) throws IOException {
        String text = cells.lines(column);
        int from = 0;
        int end = text.indexOf('\n');
        while (end >= 0) {
            line(cells, column, text.substring(from, end));
            Blanks.append(keyWidth, out);
            from = end + 1;
            end = text.indexOf('\n', from);
        }
        line(cells, column, text.substring(from));
    }

    private void line(Cells cells, int column, String text) throws IOException {
        if (text.isEmpty()) {
            out.append(" |\n");
            return;
        }
        out.append(BAR)
                .append(palette.paint(cells.meaning(column), Blanks.forTabs(text)))
                .append('\n');
    }
}
