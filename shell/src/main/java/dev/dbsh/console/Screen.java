package dev.dbsh.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Signals;

/** The terminal, and its settings put back in every way of leaving. */
public final class Screen implements AutoCloseable {
    // Cursor keys and bracketed paste as a shell expects them; the line editor switches both on while it reads.
    private static final String EDITOR_OFF = "\r\n\033[?2004l\033[?1l\033>";

    private final Terminal terminal;
    private volatile boolean editing;

    private Screen(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Opens the terminal that standard input and output are. */
    public static Screen open() {
        try {
            // The native library is the fastest of JLine's ways in on every JDK; programs are its fallback, for
            // example where the temporary directory forbids to load the library.
            Terminal terminal = TerminalBuilder.builder()
                    .name("dbsh")
                    .system(true)
                    .nativeSignals(true)
                    .jni(true)
                    .exec(true)
                    .ffm(false)
                    .jansi(false)
                    .jna(false)
                    .dumb(true)
                    .build();
            Screen screen = new Screen(terminal);
            if (screen.isDumb()) {
                Signals.register("INT", () -> terminal.raise(Signal.INT));
            }
            return screen;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Terminal terminal() {
        return terminal;
    }

    /** True when the cursor cannot be moved: no editing, no menus, no pager. */
    boolean isDumb() {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }

    void editing(boolean now) {
        editing = now;
    }

    /** Undoes what the line editor did to the terminal. For a process that ends by a signal: JLine itself is not asked. */
    void abandon() throws IOException {
        if (editing && !isDumb()) {
            try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
                out.write(EDITOR_OFF.getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
