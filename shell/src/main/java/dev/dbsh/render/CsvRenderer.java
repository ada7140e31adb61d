package dev.dbsh.render;

import dev.dbsh.report.Column;
import dev.dbsh.report.Drawn;
import dev.dbsh.report.Ending;
import dev.dbsh.report.LongText;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows alone, as RFC 4180 has them: a header, lines ended by CR LF, quotes only where needed. The RFC knows no NULL,
 * so NULL is an empty field and an empty text is {@code ""}, as {@code COPY} reads and writes it. Verdict, hints and
 * sections have no place in it; the exit code and the other formats carry them.
 *
 * <p>A file or a pipe gets the data as it is. A terminal gets it visible, each record on one line ended by LF.
 */
final class CsvRenderer implements Renderer {
    private final boolean terminal;

    CsvRenderer(boolean terminal) {
        this.terminal = terminal;
    }

    @Override
    public <R> Rendering<R> start(String command, List<Column<R>> columns, Appendable out) throws IOException {
        CsvRendering<R> rendering = new CsvRendering<>(columns, out);
        rendering.header();
        return rendering;
    }

    private final class CsvRendering<R> implements Rendering<R> {
        private final List<Column<R>> columns;
        private final Appendable out;

        private CsvRendering(List<Column<R>> columns, Appendable out) {
            this.columns = columns;
            this.out = out;
        }

        private void header() throws IOException {
            for (int i = 0; i < columns.size(); i++) {
                field(i, columns.get(i).key());
            }
            endLine();
        }

        @Override
        public void row(R row) throws IOException {
            for (int i = 0; i < columns.size(); i++) {
                field(i, Drawn.plain(columns.get(i).of(row)));
            }
            endLine();
        }

        @Override
        public void show() {
            // Nothing is held back.
        }

        @Override
        public void finish(Ending ending, Duration elapsed) {
            // The rows are all there is.
        }

        private void field(int index, @Nullable Object value) throws IOException {
            if (index > 0) {
                out.append(',');
            }
            if (value == null) {
                return;
            }
            if (value instanceof LongText text && !terminal) {
                out.append('"');
                text.writeTo(new Doubled(out));
                out.append('"');
                return;
            }
            String text = Notation.MACHINES.of(value);
            String shown = terminal ? Visible.cell(text) : text;
            if (needsQuotes(shown)) {
                quoted(shown);
            } else {
                out.append(shown);
            }
        }

        private void endLine() throws IOException {
            if (!columns.isEmpty()) {
                out.append(terminal ? "\n" : "\r\n");
            }
        }

        private void quoted(String text) throws IOException {
            out.append('"');
            new Doubled(out).append(text);
            out.append('"');
        }
    }

    /** Writes every quote twice. */
    private record Doubled(Appendable out) implements Appendable {

        @Override
        public Appendable append(CharSequence part) throws IOException {
            String text = part.toString();
            int from = 0;
            int quote = text.indexOf('"');
            while (quote >= 0) {
                out.append(text, from, quote + 1).append('"');
                from = quote + 1;
                quote = text.indexOf('"', from);
            }
            out.append(text, from, text.length());
            return this;
        }

        @Override
        public Appendable append(CharSequence part, int start, int end) throws IOException {
            return append(part.subSequence(start, end));
        }

        @Override
        public Appendable append(char c) throws IOException {
            return append(String.valueOf(c));
        }
    }

    private static boolean needsQuotes(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return length == 0;
    }
}
