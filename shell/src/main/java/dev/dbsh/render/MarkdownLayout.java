package dev.dbsh.render;

import dev.dbsh.report.Align;
import dev.dbsh.report.Column;
import dev.dbsh.report.Outcome;
import java.io.IOException;
import java.util.List;

/** Tables of GitHub's Markdown, for an issue or a wiki page. Data stays text there: no links, no tags, no emphasis. */
final class MarkdownLayout implements Layout {

    @Override
    public <R> Block<R> block(List<Column<R>> columns, Appendable out) {
        return new MarkdownBlock<>(columns, out);
    }

    @Override
    public String title(String key) {
        return "### " + escaped(key) + "\n";
    }

    @Override
    public String verdict(Outcome outcome, String verdict) {
        return escaped(verdict);
    }

    @Override
    public String hint(String command) {
        return "\ntry: " + code(Visible.cell(command));
    }

    // A code span ends at as many backticks as it began with.
    private static String code(String visible) {
        String fence = "`";
        while (visible.contains(fence)) {
            fence += "`";
        }
        String blank = visible.startsWith("`") || visible.endsWith("`") ? " " : "";
        return fence + blank + visible + blank + fence;
    }

    private static String escaped(String text) {
        String visible = Visible.lines(text);
        StringBuilder out = new StringBuilder(visible.length() + 16);
        for (int i = 0; i < visible.length(); i++) {
            char c = visible.charAt(i);
            switch (c) {
                case '\n' -> out.append("<br>");
                case '\t' -> out.append(' ');
                case '\\', '|', '`', '*', '<', '[', '&', '~', '$' ->
                    out.append('\\').append(c);
                case '_' -> out.append(isInsideWord(visible, i) ? "_" : "\\_");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    // An underscore inside a word is only that; names of tables stay readable as they are.
    private static boolean isInsideWord(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    private static final class MarkdownBlock<R> implements Block<R> {
        private final List<Column<R>> columns;
        private final Appendable out;
        private boolean begun;

        private MarkdownBlock(List<Column<R>> columns, Appendable out) {
            this.columns = Column.forTable(columns);
            this.out = out;
        }

        @Override
        public void row(R row) throws IOException {
            if (!begun) {
                begun = true;
                header();
            }
            Cells cells = Cells.of(row, columns, Palette.PLAIN);
            for (int i = 0; i < columns.size(); i++) {
                out.append("| ").append(escaped(cells.raw(i))).append(' ');
            }
            out.append("|\n");
        }

        @Override
        public void end() {
            // Every row is written at once.
        }

        private void header() throws IOException {
            for (Column<R> column : columns) {
                out.append("| ").append(escaped(column.key())).append(' ');
            }
            out.append("|\n");
            for (Column<R> column : columns) {
                out.append(column.align() == Align.RIGHT ? "| ---: " : "| --- ");
            }
            out.append("|\n");
        }
    }
}
