package dev.dbsh.testing;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A program on a real terminal: a tmux window of its own, typed into and looked at as a person would.
 *
 * <p>Nothing waits for a time: {@link #waitFor} polls what is on the screen until it is there or a deadline has passed.
 */
public final class Pty implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** Notes what the program was given and what it left behind. */
    private static final String WRAPPER = """
            cd "$1"
            trap : INT
            stty -g > before
            sh -c 'echo $$ > pid; exec "$0" "$@"' %s
            status=$?
            stty -g > after
            echo $status > status.part
            mv status.part status
            """;

    private final Path directory;

    private Pty(Path directory) {
        this.directory = directory;
    }

    /**
     * Starts the program.
     *
     * @param environment added to this process's own; {@code TERM} is what the program sees
     */
    public static Pty start(int columns, int rows, Map<String, String> environment, List<String> command) {
        try {
            Pty pty = new Pty(Files.createTempDirectory("dbsh-pty"));
            pty.open(columns, rows, environment, command);
            return pty;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open(int columns, int rows, Map<String, String> environment, List<String> command) throws IOException {
        Files.writeString(directory.resolve("conf"), """
                set -g default-terminal xterm-256color
                set -g remain-on-exit on
                set -g history-limit 20000
                set -g escape-time 0
                set -g status off
                """);
        List<String> words = new ArrayList<>(List.of("env", "TERM=xterm-256color"));
        environment.forEach((name, value) -> words.add(name + "=" + value));
        words.addAll(command);
        Files.writeString(
                directory.resolve("wrapper"),
                String.format(WRAPPER, words.stream().map(Pty::quoted).collect(joining(" "))));
        Files.createFile(directory.resolve("raw"));
        tmux(
                "-f",
                file("conf"),
                "new-session",
                "-d",
                "-s",
                "pty",
                "-x",
                "" + columns,
                "-y",
                "" + rows,
                "sh",
                file("wrapper"),
                directory.toString(),
                ";",
                "pipe-pane",
                "cat >> " + quoted(file("raw")));
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** Types the text as it is. */
    public void type(String text) {
        // A semicolon at the end of an argument would end tmux's command.
        String argument = text.endsWith(";") ? text.substring(0, text.length() - 1) + "\\;" : text;
        tmux("send-keys", "-t", "pty", "-l", "--", argument);
    }

    /** Types a line and Enter. */
    public void enter(String line) {
        type(line);
        press("Enter");
    }

    /** Presses keys by tmux's names: {@code Enter}, {@code Tab}, {@code C-c}, {@code Up}. */
    public void press(String... keys) {
        for (String key : keys) {
            tmux("send-keys", "-t", "pty", key);
        }
    }

    /** Pastes the text as a terminal does: between marks when the program has asked for them. */
    public void paste(String text) {
        try {
            Files.writeString(directory.resolve("paste"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tmux("load-buffer", file("paste"));
        tmux("paste-buffer", "-p", "-r", "-t", "pty");
    }

    public void resize(int columns, int rows) {
        tmux("resize-window", "-t", "pty", "-x", String.valueOf(columns), "-y", String.valueOf(rows));
    }

    /** What can be seen now, without blanks at the ends of lines and empty lines at the bottom. */
    public String screen() {
        return tmux("capture-pane", "-p", "-t", "pty").stripTrailing();
    }

    /** The same with everything that has scrolled away. */
    public String scrollback() {
        return tmux("capture-pane", "-p", "-S", "-", "-t", "pty").stripTrailing();
    }

    /** Waits until the screen shows the text. */
    public void waitFor(String text) {
        waitUntil("the screen shows \"" + text + "\"", screen -> screen.contains(text));
    }

    /** Waits until the last line of the screen is that one. */
    public void waitForLastLine(String line) {
        waitUntil(
                "the last line is \"" + line + "\"", screen -> lastLine(screen).equals(line));
    }

    private static String lastLine(String screen) {
        return screen.substring(screen.lastIndexOf('\n') + 1);
    }

    public void waitUntil(String what, Predicate<String> condition) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        String screen = screen();
        while (!condition.test(screen)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain until " + what + ":\n" + screen);
            }
            LockSupport.parkNanos(POLL_NANOS);
            screen = screen();
        }
    }

    /** Every byte that the program has sent to the terminal. */
    public String sent() {
        return read("raw");
    }

    /** The process, to send signals to. */
    public ProcessHandle process() {
        waitForFile("pid");
        return ProcessHandle.of(Long.parseLong(read("pid").strip())).orElseThrow();
    }

    /** Waits for the end; a signal counts as 128 and its number. */
    public int exitStatus() {
        waitForFile("status");
        return Integer.parseInt(read("status").strip());
    }

    /** The settings of the terminal before the program began, as {@code stty -g} has them. */
    public String settingsBefore() {
        waitForFile("before");
        return read("before");
    }

    /** The settings of the terminal after the program ended. */
    public String settingsAfter() {
        waitForFile("status");
        return read("after");
    }

    private void waitForFile(String name) {
        waitUntil(
                "there is " + name,
                screen -> Files.exists(directory.resolve(name)) && !read(name).isEmpty());
    }

    private String read(String name) {
        try {
            return Files.readString(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    private String tmux(String... arguments) {
        List<String> command = new ArrayList<>(List.of("tmux", "-S", file("socket")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().remove("TMUX");
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new AssertionError("tests of the terminal need tmux: install it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        tmux("kill-server");
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
