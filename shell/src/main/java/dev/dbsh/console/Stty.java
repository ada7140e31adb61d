package dev.dbsh.console;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The settings of the terminal that the process belongs to, kept and put back by the program that knows all of them.
 */
final class Stty {
    static final File TERMINAL = new File("/dev/tty");

    private Stty() {}

    /** Puts settings back. */
    static void restore(String settings) {
        try {
            set(settings);
        } catch (IOException e) {
            // The terminal has gone, and its settings with it.
        }
    }

    /** Runs {@code stty} with the arguments and answers what it printed. */
    static String set(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectInput(TERMINAL)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("stty failed");
        }
        return answer.strip();
    }
}
