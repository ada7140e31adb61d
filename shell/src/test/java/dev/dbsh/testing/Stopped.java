package dev.dbsh.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process of the operating system that does nothing until this is closed. */
public final class Stopped implements AutoCloseable {
    private final ProcessHandle process;

    private Stopped(ProcessHandle process) {
        this.process = process;
    }

    public static Stopped process(ProcessHandle process) {
        Stopped stopped = new Stopped(process);
        stopped.signal("STOP");
        Waiting.until("process " + process.pid() + " is stopped", stopped::isStopped);
        return stopped;
    }

    public boolean isStopped() {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) == 'T';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        signal("CONT");
    }
}
