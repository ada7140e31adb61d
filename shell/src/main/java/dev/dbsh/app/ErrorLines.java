package dev.dbsh.app;

import dev.dbsh.render.FailureText;
import dev.dbsh.render.Palette;
import dev.dbsh.render.Visible;
import dev.dbsh.report.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The error stream: failures and notices in words, and in batch the last line for machines. */
final class ErrorLines {
    private final OutputStream stream;
    private final FailureText words;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean hushed;

    ErrorLines(OutputStream stream, Palette palette) {
        this.stream = stream;
        this.words = new FailureText(palette);
    }

    void failure(Failure failure) {
        if (!hushed) {
            write(words(failure));
        }
    }

    /** @param statement what the failure's position points into; null when it points nowhere */
    void failure(Failures failures, @Nullable String statement) {
        if (!hushed) {
            write(words(failures.failure(), failures.commands(), statement));
        }
    }

    /** The same words, for whoever has another place for them. */
    String words(Failure failure) {
        return words(failure, List.of(), null);
    }

    private String words(Failure failure, List<String> commands, @Nullable String statement) {
        StringBuilder text = new StringBuilder();
        try {
            words.write(failure, commands, statement, text);
        } catch (IOException e) {
            throw new IllegalStateException("a StringBuilder cannot fail", e);
        }
        return text.toString();
    }

    /** {@code NOTICE: table "x" does not exist, skipping} */
    void notice(Failure notice) {
        String severity = notice.where() == null ? "NOTICE" : notice.where();
        write(Visible.cell(severity) + ": " + Visible.lines(notice.message()) + "\n");
        if (notice.detail() != null) {
            write("  detail: " + Visible.lines(notice.detail()) + "\n");
        }
        if (notice.hint() != null) {
            write("  hint:   " + Visible.lines(notice.hint()) + "\n");
        }
    }

    /** What no one foresaw, with the place where it happened. */
    void bug(Throwable e) {
        StringBuilder text = new StringBuilder("error: this is a bug in dbsh: " + Visible.cell(e.toString()) + "\n");
        for (StackTraceElement element : e.getStackTrace()) {
            text.append("    at ").append(element).append('\n');
        }
        write(text.toString());
    }

    /** {@code dbsh: exit=1 changed=no}; only once, whoever ends the call. */
    void last(ExitCode code, String changed) {
        if (ended.compareAndSet(false, true)) {
            write("dbsh: exit=" + code.code() + " changed=" + changed + "\n");
        }
    }

    /** Says no more of what goes wrong: the call has been told to stop, and the rest follows from that. */
    void hush() {
        hushed = true;
    }

    void line(String text) {
        write(text + "\n");
    }

    private void write(String text) {
        try {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
            stream.flush();
        } catch (IOException e) {
            // When even the error stream is gone nobody is left to tell; the exit code still says it.
        }
    }
}
