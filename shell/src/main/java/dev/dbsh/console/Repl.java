package dev.dbsh.console;

import dev.dbsh.pg.Patience;
import dev.dbsh.pg.Session;
import dev.dbsh.render.Visible;
import java.io.PrintWriter;
import java.time.Duration;
import org.jline.terminal.Terminal.Signal;

/** The interactive shell: Spring Shell's loop over our commands, from the first prompt to leaving. */
public final class Repl {
    private static final long LEAVING_MILLIS = 2_000;
    private static final Patience LEAVING = new Patience(Duration.ofSeconds(1), Duration.ofSeconds(1));

    private final Screen screen;
    private final TerminalOutput output;
    private final ReplParts parts;
    private final SpringShell spring;
    private final Prompt prompt;
    private final LineEditor editor;
    private final SessionWatch watch;
    private final Thread typist = Thread.currentThread();
    private volatile boolean abandoned;

    /** To be made on the thread that will call {@link #run}. */
    public Repl(Screen screen, TerminalOutput output, ReplParts parts, SpringShell spring) {
        this.screen = screen;
        this.output = output;
        this.parts = parts;
        this.spring = spring;
        this.prompt = new Prompt(screen.device(), parts);
        this.editor = LineEditor.on(screen, prompt, parts);
        this.watch = new SessionWatch(parts.session(), this::tellLoss, this::announce);
    }

    /**
     * Prompts and runs until the operator leaves. A signal that ends the process leaves no trace on the terminal.
     *
     * @return the exit code; leaving a shell is no failure, whatever its commands were
     */
    public int run() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::abandon, "dbsh-leave"));
        screen.device().handle(Signal.INT, signal -> interrupt());
        parts.history().takeWarning().ifPresent(text -> say("warning: " + Visible.cell(text)));
        try {
            QuietRunner runner = spring.runner(new LineInput(editor, prompt, parts, screen, watch), this::take);
            inBackground("dbsh-watch", this::watchConnection);
            runner.run();
        } catch (IllegalStateException e) {
            if (!abandoned) {
                throw e;
            }
        }
        return 0;
    }

    private void take(String line) {
        try {
            parts.interpreter().run(line);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            say(bug(e));
        }
    }

    // The prompt did not wait for the connection, so what became of it is told when it is known.
    private void watchConnection() {
        try {
            parts.session().server();
            parts.names().refresh();
        } catch (RuntimeException e) {
            tellLoss(e);
        }
        watch.run();
    }

    private void tellLoss(RuntimeException e) {
        if (!abandoned) {
            prompt.notConnected();
            announce(words(e));
        }
    }

    private void announce(String text) {
        try {
            editor.announce(text);
        } catch (IllegalStateException closed) {
            // The process may have begun to end, and its terminal is gone first.
            if (!abandoned) {
                throw closed;
            }
        }
    }

    private void interrupt() {
        if (output.isPaging() || screen.isAway()) {
            return;
        }
        // The terminal has echoed ^C where the cursor stood.
        say("");
        if (!parts.interpreter().stop(this::say)) {
            typist.interrupt();
        }
    }

    private String words(RuntimeException e) {
        try {
            return parts.wording().apply(e).stripTrailing();
        } catch (RuntimeException unknown) {
            return bug(unknown);
        }
    }

    private static String bug(Throwable e) {
        StringBuilder words = new StringBuilder("this is a bug in dbsh: ").append(Visible.cell(e.toString()));
        for (StackTraceElement element : e.getStackTrace()) {
            words.append("\n    at ").append(element);
        }
        return words.toString();
    }

    private void say(String line) {
        PrintWriter writer = screen.device().writer();
        writer.println(line);
        writer.flush();
    }

    private void abandon() {
        abandoned = true;
        watch.stop();
        output.abandon();
        Thread closing = inBackground("dbsh-close", () -> {
            try (Session session = parts.session()) {
                session.end(LEAVING, text -> {}, LEAVING.first());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            closing.join(LEAVING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread inBackground(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
