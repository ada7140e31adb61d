package dev.dbsh.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;
import org.jline.utils.ShutdownHooks;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/** The terminal, and its settings put back in every way of leaving. */
public final class Screen implements AutoCloseable {
    // Cursor keys and bracketed paste as a shell expects them; the line editor switches both on while it reads.
    private static final String EDITOR_OFF = "\r\n\033[?2004l\033[?1l\033>";

    private static final Size USUAL_SIZE = new Size(80, 24);

    private final Terminal terminal;
    private final TerminalSettings settings;
    private volatile @Nullable Thread typist;
    private boolean lent;
    private volatile boolean away;
    private @Nullable String draft;

    private Screen(Terminal terminal) throws IOException {
        this.terminal = terminal;
        this.settings = TerminalSettings.of(terminal);
    }

    /** Opens the terminal that standard input and output are. */
    public static Screen open() {
        try {
            knowCapabilities(System.getenv().getOrDefault("TERM", ""));
            Terminal terminal = terminal();
            Screen screen = new Screen(terminal);
            if (screen.isDumb()) {
                Signals.register("INT", () -> terminal.raise(Signal.INT));
            }
            screen.giveSize();
            // After JLine's own, which was added when the terminal was opened.
            ShutdownHooks.add(screen::abandon);
            return screen;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // For each type JLine starts a program that prints its capabilities, though it has those of the usual ones with it.
    private static void knowCapabilities(String type) {
        String like = type.startsWith("tmux") ? "screen-256color" : type;
        String capabilities = InfoCmp.getDefaultInfoCmp(like);
        if (capabilities != null) {
            InfoCmp.setLoadedInfoCmp(type, capabilities);
        }
    }

    // The native library is the fastest of JLine's ways in on every JDK. Its fallback starts programs, and would do so
    // only for being named; it is for where the library cannot be loaded, as from a directory that forbids it.
    private static Terminal terminal() throws IOException {
        try {
            return builder().jni(true).exec(false).dumb(false).build();
        } catch (IllegalStateException e) {
            return builder().jni(false).exec(true).dumb(true).build();
        }
    }

    private static TerminalBuilder builder() {
        return TerminalBuilder.builder()
                .name("dbsh")
                .system(true)
                .nativeSignals(true)
                .ffm(false)
                .jansi(false)
                .jna(false);
    }

    // Programs that drive a terminal often give it no size, and the line editor would draw nothing there.
    private void giveSize() {
        Size size = terminal.getSize();
        if (!isDumb() && (size.getColumns() == 0 || size.getRows() == 0)) {
            terminal.setSize(USUAL_SIZE);
        }
    }

    Terminal device() {
        return terminal;
    }

    /** True when the cursor cannot be moved: no editing, no menus, no pager. */
    boolean isDumb() {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }

    /** Begins a new line after one that was given up, where the line editor does not. */
    void leaveLine() {
        if (isDumb()) {
            terminal.writer().println();
            terminal.flush();
        }
    }

    /** To be called by the thread that is about to read keys; waits while the terminal is lent to someone else. */
    synchronized void startEditing() throws InterruptedException {
        while (lent) {
            wait();
        }
        typist = Thread.currentThread();
    }

    synchronized void stopEditing() {
        settings.restore();
        typist = null;
        notifyAll();
    }

    /**
     * Gives the terminal to someone else for a while: a line that is being typed is given up, and the prompt comes back
     * afterwards. For a password that a connection in the background needs.
     */
    <T extends @Nullable Object> T lend(Supplier<T> use) throws InterruptedException {
        take();
        try {
            return use.get();
        } finally {
            giveBack();
        }
    }

    /**
     * Gives the terminal to a program until that ends, with Ctrl-C. To be called by the thread that reads keys, while it
     * reads none.
     *
     * @return the program's exit code
     */
    int lendTo(ProcessBuilder program) throws IOException, InterruptedException {
        take();
        away = true;
        try {
            return program.inheritIO().start().waitFor();
        } finally {
            away = false;
            settings.restore();
            giveBack();
        }
    }

    /** True while a program has the terminal. */
    boolean isAway() {
        return away;
    }

    /** Puts a text on the next line, for whoever types there to change it and to press Enter. */
    void draft(String text) {
        draft = text;
    }

    /** What is to stand on the next line; null for nothing. */
    @Nullable
    String takeDraft() {
        String text = draft;
        draft = null;
        return text;
    }

    private synchronized void take() throws InterruptedException {
        while (lent) {
            wait();
        }
        lent = true;
        if (typist != null) {
            typist.interrupt();
        }
        while (typist != null) {
            wait();
        }
    }

    private synchronized void giveBack() {
        lent = false;
        notifyAll();
    }

    /** For the line editor, when it has changed the terminal's settings. */
    void keepSpeed() {
        settings.keepSpeed();
    }

    // The process ends by a signal: what the line editor did to the terminal is undone without asking it.
    private void abandon() throws IOException {
        if (typist != null && !isDumb()) {
            try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
                out.write(EDITOR_OFF.getBytes(StandardCharsets.US_ASCII));
            }
        }
        settings.restoreWhole();
    }

    @Override
    public void close() {
        try {
            terminal.close();
            settings.restoreWhole();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
