package dev.dbsh.render;

import dev.dbsh.report.Failure;
import dev.dbsh.report.Meaning;
import dev.dbsh.report.Origin;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure in words: the code first, as it is what people search for, the server's words untouched, where, and what to
 * type. Further lines of a text are indented, so that no text of a stranger can look like one of ours.
 */
public final class FailureText {
    private static final int INDENT = 10;
    private static final int FIRST = 5;
    private static final int LAST = 2;

    private final Palette palette;

    public FailureText(Palette palette) {
        this.palette = palette;
    }

    public void write(Failure failure, List<String> hints, Appendable out) throws IOException {
        write(failure, hints, null, out);
    }

    /**
     * As above, and shows the place in the statement that the failure points at.
     *
     * @param hints commands to type next
     */
    public void write(Failure failure, List<String> hints, @Nullable String statement, Appendable out)
            throws IOException {
        String code = failure.sqlState() == null ? "error:" : "error " + Visible.cell(failure.sqlState()) + ":";
        out.append(palette.paint(Meaning.BAD, code)).append(' ');
        lines(failure.message(), out);
        if (statement != null && failure.position() != null) {
            place("line", StatementLine.at(statement, failure.position()), out);
        }
        labelled("detail:", failure.detail(), out);
        labelled("hint:", failure.hint(), out);
        if (failure.origin() != null) {
            origin(failure.origin(), out);
        }
        labelled("in:", failure.where() == null ? null : shortened(failure.where()), out);
        for (String hint : hints) {
            labelled("try:", Visible.cell(hint), out);
        }
    }

    private void origin(Origin origin, Appendable out) throws IOException {
        String objects = origin.objects();
        labelled("on:", objects.isEmpty() ? null : Visible.cell(objects), out);
        if (origin.query() != null) {
            place("query line", StatementLine.at(origin.query(), origin.queryPosition()), out);
        }
    }

    private void place(String what, @Nullable StatementLine line, Appendable out) throws IOException {
        if (line == null) {
            return;
        }
        String label = "  " + what + " " + line.number() + ": ";
        out.append(label).append(line.text()).append('\n');
        Blanks.append(label.length() + line.cellsBefore(), out);
        out.append(palette.paint(Meaning.BAD, "^")).append('\n');
    }

    // A function that calls itself has a context of thousands of lines, of which the ends tell most.
    private static String shortened(String context) {
        String[] lines = context.split("\n", -1);
        int left = lines.length - FIRST - LAST;
        if (left <= 1) {
            return context;
        }
        return String.join("\n", Arrays.asList(lines).subList(0, FIRST))
                + "\n... (" + left + " more lines)\n"
                + String.join("\n", Arrays.asList(lines).subList(lines.length - LAST, lines.length));
    }

    private void labelled(String label, @Nullable String text, Appendable out) throws IOException {
        if (text == null) {
            return;
        }
        out.append("  ").append(label);
        Blanks.append(INDENT - 2 - label.length(), out);
        lines(text, out);
    }

    private static void lines(String text, Appendable out) throws IOException {
        String visible = Visible.lines(text.stripTrailing());
        int from = 0;
        int end = visible.indexOf('\n');
        while (end >= 0) {
            out.append(Blanks.forTabs(visible.substring(from, end))).append('\n');
            Blanks.append(INDENT, out);
            from = end + 1;
            end = visible.indexOf('\n', from);
        }
        out.append(Blanks.forTabs(visible.substring(from))).append('\n');
    }
}
