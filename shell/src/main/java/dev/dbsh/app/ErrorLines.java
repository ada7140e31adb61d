package dev.dbsh.app;

import dev.dbsh.report.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The error stream: failures and notices in words, and in batch the last line for machines. */
final class ErrorLines {
    private final OutputStream stream;

    ErrorLines(OutputStream stream) {
        this.stream = stream;
    }

    void failure(Failure failure, @Nullable String statement) {
        write("error " + failure.sqlState() + ": " + failure.message() + "\n");
    }

    void notice(Failure notice) {
        write("notice: " + notice.message() + "\n");
    }

    /** {@code dbsh: exit=1 changed=no} */
    void last(ExitCode code, String changed) {
        write("dbsh: exit=" + code.code() + " changed=" + changed + "\n");
    }

    void line(String text) {
        write(text + "\n");
    }

    // When even the error stream is gone there is nobody left to tell; the exit code still says it.
    private void write(String text) {
        try {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
            stream.flush();
        } catch (IOException e) {
            lost = e;
        }
    }

    private @Nullable IOException lost;

    boolean isLost() {
        return lost != null;
    }
}
