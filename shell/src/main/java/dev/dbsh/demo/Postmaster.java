package dev.dbsh.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The main process of the server on a data directory, known by the file that it keeps there. */
record Postmaster(Path data) {
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(10);
    private static final int STATUS_LINE = 7;

    boolean isReady() throws IOException {
        List<String> lines = pidFile();
        return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
    }

    /** The running process; none when it is gone, or when its id went to a process that has nothing to do with us. */
    Optional<ProcessHandle> find() throws IOException {
        List<String> lines = pidFile();
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(this::isOnThisDirectory);
    }

    /** Ends it at once, without a checkpoint: the data goes with it. */
    void stop() throws IOException {
        Optional<ProcessHandle> process = find();
        if (process.isPresent()) {
            // Process.destroy would send TERM, on which a server waits until its clients have left.
            Program.run(List.of(
                    "sh", "-c", "kill -QUIT \"$0\"", Long.toString(process.get().pid())));
            awaitEnd(process.get());
        }
    }

    private static void awaitEnd(ProcessHandle process) {
        Deadline deadline = Deadline.in(TIME_TO_STOP);
        while (process.isAlive() && !deadline.hasPassed()) {
            Deadline.pause();
        }
        process.destroyForcibly();
    }

    private boolean isOnThisDirectory(ProcessHandle process) {
        return process.info()
                .arguments()
                .map(words -> Arrays.asList(words).contains(data.toString()))
                .orElse(false);
    }

    private List<String> pidFile() throws IOException {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid"));
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
