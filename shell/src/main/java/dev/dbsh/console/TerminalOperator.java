package dev.dbsh.console;

import dev.dbsh.command.Operator;
import dev.dbsh.command.Question;
import dev.dbsh.render.Visible;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;

/**
 * Asks the person at the terminal, while a command runs and the line editor does not read. What was typed before the
 * question is no answer to it.
 */
public final class TerminalOperator implements Operator {
    private static final long SECOND = 1_000;
    private static final char CTRL_C = 3;
    private static final char CTRL_D = 4;
    private static final char CTRL_U = 21;
    private static final char DELETE = 127;

    private @Nullable Screen screen;

    /** Says that the shell's terminal is open. */
    public void at(Screen opened) {
        screen = opened;
    }

    @Override
    public String ask(Question question) {
        Screen open = Objects.requireNonNull(screen, "asked before the terminal was open");
        Terminal terminal = open.device();
        PrintWriter out = terminal.writer();
        Attributes usual = terminal.enterRawMode();
        readSignalsAsKeys(terminal);
        open.keepSpeed();
        try {
            forgetTyped(terminal.reader());
            return new Dialogue(question, open).answer();
        } catch (InterruptedIOException e) {
            return question.otherwise();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            out.println();
            out.flush();
            terminal.setAttributes(usual);
            open.keepSpeed();
        }
    }

    @Override
    public boolean isPerson() {
        return true;
    }

    // A signal comes when it comes: what is typed behind Ctrl-C would still be taken for a part of the answer.
    private static void readSignalsAsKeys(Terminal terminal) {
        Attributes raw = terminal.getAttributes();
        raw.setLocalFlag(Attributes.LocalFlag.ISIG, false);
        terminal.setAttributes(raw);
    }

    private static void forgetTyped(NonBlockingReader keys) throws IOException {
        while (keys.read(1) >= 0) {
            // typed ahead
        }
    }

    /** One question from its first showing to its answer. */
    private static final class Dialogue {
        private final Question question;
        private final Terminal terminal;
        private final NonBlockingReader keys;
        private final PrintWriter out;
        private final boolean redraws;
        private final long end;
        private final StringBuilder typed = new StringBuilder();

        Dialogue(Question question, Screen screen) {
            this.question = question;
            this.terminal = screen.device();
            this.keys = terminal.reader();
            this.out = terminal.writer();
            this.redraws = !screen.isDumb();
            Duration patience = question.patience();
            this.end = patience == null ? Long.MAX_VALUE : System.nanoTime() + patience.toNanos();
        }

        String answer() throws IOException {
            out.println(Visible.cell(question.words()));
            show();
            while (true) {
                String line = line();
                if (line == null) {
                    return question.otherwise();
                }
                String answer = line.strip();
                if (question.answers().contains(answer) || question.kind() != Question.Kind.CHOICE) {
                    return question.answers().contains(answer) ? answer : question.otherwise();
                }
                typed.setLength(0);
                out.println();
                show();
            }
        }

        /** Null when the person left, or the time is over. */
        private @Nullable String line() throws IOException {
            while (true) {
                int key = keys.read(untilNextSecond());
                if (key == NonBlockingReader.READ_EXPIRED) {
                    if (secondsLeft() <= 0) {
                        return null;
                    }
                    show();
                } else if (key == CTRL_C) {
                    interrupt();
                    return null;
                } else if (key < 0 || (key == CTRL_D && typed.isEmpty())) {
                    return null;
                } else if (key == '\n' || key == '\r') {
                    return typed.toString();
                } else {
                    edit((char) key);
                }
            }
        }

        // Whoever listens is to know, as what runs a file does; this thread has its answer already.
        private void interrupt() {
            terminal.raise(Signal.INT);
            Thread.interrupted();
        }

        private void edit(char key) {
            int shown = typed.length();
            if (key == CTRL_U) {
                typed.setLength(0);
            } else if (key == '\b' || key == DELETE) {
                typed.setLength(Math.max(0, shown - 1));
            } else if (!Character.isISOControl(key)) {
                typed.append(key);
            }
            if (typed.length() == shown + 1) {
                out.print(Visible.cell(String.valueOf(key)));
                out.flush();
            } else {
                show();
            }
        }

        private long secondsLeft() {
            return TimeUnit.NANOSECONDS.toSeconds(end - System.nanoTime() + TimeUnit.SECONDS.toNanos(1) - 1);
        }

        // Without a limit there is nothing to count down, and zero waits for ever.
        private long untilNextSecond() {
            return question.patience() == null ? 0 : SECOND;
        }

        // A terminal whose cursor cannot be moved is shown the question once, and what is typed.
        private void show() {
            if (redraws) {
                out.print("\r\033[K");
            }
            String left = question.patience() == null ? "" : " [" + secondsLeft() + " s]";
            out.print(Visible.cell(question.asks()) + left + " > " + Visible.cell(typed.toString()));
            out.flush();
        }
    }
}
