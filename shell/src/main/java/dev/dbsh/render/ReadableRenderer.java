package dev.dbsh.render;

import dev.dbsh.report.Column;
import dev.dbsh.report.Ending;
import dev.dbsh.report.Failure;
import dev.dbsh.report.Section;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** For people: rows, then sections under their titles, then the verdict and what to type next. */
final class ReadableRenderer implements Renderer {
    private final Layout layout;

    ReadableRenderer(Layout layout) {
        this.layout = layout;
    }

    @Override
    public <R> Rendering<R> start(String command, List<Column<R>> columns, Appendable out) {
        return new ReadableRendering<>(layout.block(columns, out), out);
    }

    private final class ReadableRendering<R> implements Rendering<R> {
        private final Layout.Block<R> block;
        private final Appendable out;
        private boolean written;

        private ReadableRendering(Layout.Block<R> block, Appendable out) {
            this.block = block;
            this.out = out;
        }

        @Override
        public void row(R row) throws IOException {
            block.row(row);
            written = true;
        }

        @Override
        public void show() throws IOException {
            block.end();
            if (written) {
                out.append('\n');
            }
            written = false;
        }

        @Override
        public void finish(Ending ending, Duration elapsed) throws IOException {
            block.end();
            for (Section<?> section : ending.sections()) {
                section(section);
            }
            Failure failure = ending.failure();
            if (failure == null) {
                verdict(ending);
                hints(ending.hints());
            } else if (!ending.verdict().equals(failure.message())) {
                // The failure itself and its hints are for standard error: see FailureText.
                verdict(ending);
            }
        }

        private <S> void section(Section<S> section) throws IOException {
            if (section.rows().isEmpty()) {
                return;
            }
            separate();
            out.append(layout.title(section.key())).append('\n');
            Layout.Block<S> rows = layout.block(section.columns(), out);
            for (S row : section.rows()) {
                rows.row(row);
            }
            rows.end();
        }

        private void verdict(Ending ending) throws IOException {
            if (!ending.verdict().isEmpty()) {
                separate();
                out.append(layout.verdict(ending.outcome(), ending.verdict())).append('\n');
            }
        }

        private void hints(List<String> hints) throws IOException {
            for (String hint : hints) {
                out.append(layout.hint(hint)).append('\n');
            }
        }

        private void separate() throws IOException {
            if (written) {
                out.append('\n');
            }
            written = true;
        }
    }
}
