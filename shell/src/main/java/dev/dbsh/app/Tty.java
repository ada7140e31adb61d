package dev.dbsh.app;

import java.util.Map;
import org.fusesource.jansi.AnsiConsole;
import org.fusesource.jansi.internal.CLibrary;
import org.jspecify.annotations.Nullable;

/**
 * What the process's own streams are. Jansi asks the terminal; nothing of it is loaded where the launcher has already
 * seen that there is none.
 */
final class Tty {
    /** Which of 0, 1 and 2 are terminals, as the launcher saw them; absent when dbsh was started without it. */
    private static final String SEEN = "dbsh.tty";

    private static final String NONE = "";

    private final @Nullable String seen;

    private Tty(@Nullable String seen) {
        this.seen = seen;
    }

    /** The streams of this process. */
    static Tty ofProcess() {
        return new Tty(System.getProperty(SEEN));
    }

    /** Streams of which none is a terminal. */
    static Tty none() {
        return new Tty(NONE);
    }

    /** True when that file descriptor is a terminal. */
    boolean is(int descriptor) {
        return seen == null ? CLibrary.isatty(descriptor) == 1 : seen.contains(Integer.toString(descriptor));
    }

    /** Cells in a line of the terminal on standard output, 0 when it does not say; null when it is none. */
    @Nullable
    Integer width() {
        if (!is(1)) {
            return null;
        }
        return Math.max(0, AnsiConsole.out().getTerminalWidth());
    }

    /** Whether a report on standard output may have colours: a terminal that can, and nobody who said no. */
    boolean hasColours(Map<String, String> environment) {
        String no = environment.getOrDefault("NO_COLOR", "");
        return no.isEmpty() && !"dumb".equals(environment.get("TERM")) && is(1);
    }
}
