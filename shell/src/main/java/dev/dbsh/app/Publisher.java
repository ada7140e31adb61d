package dev.dbsh.app;

import dev.dbsh.command.Refusal;
import dev.dbsh.command.Settings;
import dev.dbsh.pg.ServerVersion;
import dev.dbsh.render.Output;
import dev.dbsh.render.Renderer;
import dev.dbsh.render.Rendering;
import dev.dbsh.report.Column;
import dev.dbsh.report.Ending;
import dev.dbsh.report.Failure;
import dev.dbsh.report.Report;
import dev.dbsh.report.ReportSink;
import dev.dbsh.report.Unwanted;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts reports out in the format that is set, and what went wrong beside them. */
final class Publisher {
    private final Settings settings;
    private final Supplier<Renderer> renderer;
    private final Output out;
    private final ErrorLines errors;
    private @Nullable FilePlace place;

    Publisher(Settings settings, Supplier<Renderer> renderer, Output out, ErrorLines errors) {
        this.settings = settings;
        this.renderer = renderer;
        this.out = out;
        this.errors = errors;
    }

    Publication begin(String command) {
        return new Publication(command, false);
    }

    /** For what nobody asked for: only its failure is told. */
    Publication beginSilently(String command) {
        return new Publication(command, true);
    }

    /** Says where what runs from now on comes from, which its failure tells; null for what is typed. */
    void at(@Nullable FilePlace from) {
        place = from;
        passes(from);
    }

    /** The same for who is told to stop there; a failure says by itself where it comes from. */
    void passes(@Nullable FilePlace from) {
        errors.at(from);
    }

    /** Where reports can be painted over each other; null where they come one after the other. */
    @Nullable
    Canvas findCanvas() {
        return settings.isForPeople() && out.height() != null ? new Canvas(out) : null;
    }

    /** Paints a report under its title over the one before. */
    <R> void paint(Canvas canvas, String title, Report<R> report) {
        Integer width = out.width();
        Integer height = out.height();
        put(() -> {
            StringBuilder text = new StringBuilder(title).append("\n\n");
            renderer.get().write("watch", report, Duration.ZERO, text);
            canvas.paint(text.toString(), width == null ? 0 : width, height == null ? 0 : height);
        });
    }

    /** One command's answer on its way out. */
    final class Publication implements ReportSink {
        private final String command;
        private final boolean silent;
        private final long start = System.nanoTime();
        private @Nullable Rendering<?> rendering;
        /** Among what COPY gives, no word of ours has a place. */
        private boolean copies;

        private Publication(String command, boolean silent) {
            this.command = command;
            this.silent = silent;
        }

        @Override
        public <R> RowSink<R> start(List<Column<R>> columns) {
            try {
                Rendering<R> open = renderer.get().start(command, columns, out);
                rendering = open;
                return new Rows<>(open);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public OutputStream bytes() {
            if (settings.format().equals("json")) {
                throw Refusal.usage(
                        "what COPY gives is not JSON", "copy to a FILE, or leave out --format json for this call");
            }
            copies = true;
            return new OutputStream() {
                @Override
                public void write(int value) throws IOException {
                    write(new byte[] {(byte) value}, 0, 1);
                }

                @Override
                public void write(byte[] part, int from, int length) throws IOException {
                    out.write(part, from, length);
                }
            };
        }

        <R> void report(Report<R> report) {
            RowSink<R> rows = start(report.columns());
            report.rows().forEach(rows::row);
            finish(report.ending());
        }

        void finish(Ending ending) {
            if (!silent) {
                end(ending);
            }
        }

        private void end(Ending ending) {
            if (rendering == null && !copies) {
                start(List.<Column<Object>>of());
            }
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            put(() -> {
                if (rendering != null) {
                    rendering.finish(ending, elapsed);
                }
                if (settings.timing() && settings.isForPeople() && !copies) {
                    out.append("time: ")
                            .append(Long.toString(elapsed.toMillis()))
                            .append(" ms\n");
                }
                out.endReport();
            });
        }

        /** Ends it because its reader has left. */
        ExitCode leave() {
            put(out::endReport);
            return ExitCode.OK;
        }

        /** Ends it with a failure: in words on the error stream, and in the report where the format has a place. */
        ExitCode fail(Failures failures, @Nullable String statement) {
            FilePlace from = place;
            Failures told = from == null ? failures : failures.with(from.on(failures.failure()));
            if (rendering != null || copies || settings.format().equals("json")) {
                end(ended(told));
            }
            if (from != null && statement != null) {
                errors.failure(told.with(from.inFile(told.failure())), from.inFile(statement));
            } else {
                errors.failure(told, statement);
            }
            return failures.code();
        }
    }

    /** The rows of one result on their way out. */
    private final class Rows<R> implements ReportSink.RowSink<R> {
        private final Rendering<R> rendering;

        private Rows(Rendering<R> rendering) {
            this.rendering = rendering;
        }

        @Override
        public void row(R row) {
            put(() -> rendering.row(row));
            if (out.isLeft()) {
                throw new Unwanted();
            }
        }

        @Override
        public void show() {
            put(() -> {
                rendering.show();
                if (settings.isForPeople()) {
                    out.endReport();
                }
            });
        }
    }

    /** Writes to the output. */
    private interface Writing {
        void write() throws IOException;
    }

    private static void put(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ending ended(Failures failures) {
        Ending ending = Ending.failed(failures.failure());
        for (String command : failures.commands()) {
            ending = ending.withHint(command);
        }
        return ending;
    }

    /** Puts a line of our own between the reports, in the formats that people read. */
    void say(String line) {
        if (settings.isForPeople()) {
            put(() -> {
                out.append(line).append('\n');
                out.endReport();
            });
        }
    }

    /** True when somebody may be looking at what comes, as it comes. */
    boolean isForTerminal() {
        return out.width() != null;
    }

    /** Says once that a server is not one of those that dbsh is tested with. */
    void mention(ServerVersion version) {
        if (!version.isSupported()) {
            errors.line("warning: PostgreSQL " + version + "; dbsh is tested with " + ServerVersion.supported());
        }
    }

    /** Tells whoever looks, beside what was asked for. */
    void warn(String line) {
        errors.line(line);
    }

    /** Says what the server wants to be known while a statement runs. */
    void notice(Failure notice) {
        errors.notice(notice);
    }
}
