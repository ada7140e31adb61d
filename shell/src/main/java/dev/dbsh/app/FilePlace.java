package dev.dbsh.app;

import dev.dbsh.report.Failure;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where in a file what runs stands.
 *
 * @param line where it begins, counted from 1; 0 for what does not stand in it
 * @param which {@code statement 3 of 9}
 * @param so what to say of it once it has failed; mostly nothing
 * @param statement its text
 */
record FilePlace(String file, int line, String which, Supplier<String> so, String statement) {

    FilePlace(String file, String what) {
        this(file, 0, what, () -> "", "");
    }

    /** {@code repair.sql:12 (statement 3 of 9)} */
    String words() {
        return words(null);
    }

    private String words(@Nullable Integer position) {
        return file + (line == 0 ? "" : ":" + (line + linesBefore(position))) + " (" + which + ")";
    }

    /** The failure with the line that it is about, and below it the server's own context. */
    Failure on(Failure failure) {
        String here = words(failure.position()) + so.get();
        return failure.withWhere(failure.where() == null ? here : here + "\n" + failure.where());
    }

    /** The failure as it points into {@link #inFile(String)}. */
    Failure inFile(Failure failure) {
        Integer position = failure.position();
        return position == null || line == 0 ? failure : failure.withPosition(position + line - 1);
    }

    /** The statement with as many lines above it as the file has, so that its lines are counted as the file's are. */
    String inFile(String text) {
        return "\n".repeat(Math.max(0, line - 1)) + text;
    }

    private int linesBefore(@Nullable Integer position) {
        if (position == null) {
            return 0;
        }
        long lines = statement
                .codePoints()
                .limit(Math.max(0, position - 1))
                .filter(c -> c == '\n')
                .count();
        return (int) lines;
    }
}
