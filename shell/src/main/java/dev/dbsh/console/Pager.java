package dev.dbsh.console;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The program that a report longer than the screen is read in. */
final class Pager {
    /** Leave at once what fits after all, keep colours and what was on the screen, cut long lines. */
    private static final String LESS_OPTIONS = "FRSX";

    private final Process process;
    private final Writer input;

    private Pager(Process process, Charset charset) {
        this.process = process;
        this.input = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), charset));
    }

    /** The command that the environment names, or {@code less}; empty when that program is not there. */
    static Optional<String> findCommand(Map<String, String> environment) {
        String named = environment.getOrDefault("PAGER", "");
        String command = named.isBlank() ? "less" : named;
        String program = command.strip().split("\\s", 2)[0];
        for (String directory : environment.getOrDefault("PATH", "").split(":", -1)) {
            if (Files.isExecutable(Path.of(directory).resolve(program))) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }

    static Pager start(String command, Charset charset) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of("/bin/sh", "-c", command));
        builder.environment().putIfAbsent("LESS", LESS_OPTIONS);
        builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        return new Pager(builder.start(), charset);
    }

    void write(CharSequence text) throws IOException {
        input.append(text);
    }

    /** Hands over what is buffered; fails when the pager has been left. */
    void flush() throws IOException {
        input.flush();
    }

    /** Says that nothing more comes and waits until the pager has been left. */
    void finish() throws IOException {
        try {
            input.close();
        } catch (IOException e) {
            // It was left before it had read everything: that is what q is for.
            process.onExit().join();
            return;
        }
        process.onExit().join();
    }

    void abandon() {
        process.destroy();
    }
}
