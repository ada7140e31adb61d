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
    private volatile @Nullable FilePlace place;
    private volatile @Nullable Hushed hushed;

    /**
     * What is not told, because the call has been told to stop.
     *
     * @param place where in a file it was by then, or where it failed; null for what is not in a file
     * @param failure how what ran has ended; null while that is not known
     */
    private record Hushed(
            @Nullable FilePlace place, @Nullable Failure failure) {}

    ErrorLines(OutputStream stream, Palette palette) {
        this.stream = stream;
        this.words = new FailureText(palette);
    }

    void failure(Failure failure) {
        if (!isHushed(failure)) {
            write(words(failure));
        }
    }

    /** @param statement what the failure's position points into; null when it points nowhere */
    void failure(Failures failures, @Nullable String statement) {
        if (!isHushed(failures.failure())) {
            write(words(failures.failure(), failures.commands(), statement));
        }
    }

    // The first one is of what was stopped; what comes after it follows from that.
    private boolean isHushed(Failure failure) {
        Hushed known = hushed;
        if (known != null && known.failure() == null) {
            hushed = new Hushed(place, failure);
        }
        return known != null;
    }

    /** Says where in a file what runs from now on stands; null for what stands in none. From the thread that runs it. */
    void at(@Nullable FilePlace now) {
        place = now;
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
            write(machineLine(code, changed));
        }
    }

    private static String machineLine(ExitCode code, String more) {
        return "dbsh: exit=" + code.code() + " changed=" + more + "\n";
    }

    /** Says no more of what goes wrong: the call has been told to stop, and the rest follows from that. */
    void hush() {
        if (hushed == null) {
            hushed = new Hushed(place, null);
        }
    }

    /**
     * The last words of a call that was told to stop, instead of {@link #last}: also where in a file that was.
     *
     * @param why said by itself too when it is no signal, of which nobody has to be told
     */
    void stopped(Stop.Request why, ExitCode code, String changed) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        Hushed known = hushed;
        FilePlace at = known == null ? null : known.place();
        if (known == null || at == null) {
            write((why.isSignal() ? "" : words(Failure.of(why.words()))) + machineLine(code, changed));
            return;
        }
        Failure failure = known.failure();
        String so =
                failure == null ? null : failure.message() + (failure.detail() == null ? "" : "\n" + failure.detail());
        Failure told = new Failure(
                null, why.words(), so, null, null, at.words() + at.so().get());
        write(words(told)
                + machineLine(
                        code, changed + " at=\"" + Visible.cell(at.words()).replace("\"", "\\\"") + '"'));
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
