package dev.dbsh.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Starts programs in a directory with nothing in the environment but what a test put there. */
record Shell(Path directory, Map<String, String> environment, List<String> prefix) {

    private static final String SYSTEM_PATH = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin";

    Shell(Path directory) {
        this(directory, Map.of("PATH", SYSTEM_PATH, "JAVA_HOME", System.getProperty("java.home")), List.of());
    }

    Shell with(String name, String value) {
        var changed = new TreeMap<>(environment);
        changed.put(name, value);
        return new Shell(directory, changed, prefix);
    }

    Shell without(String name) {
        var changed = new TreeMap<>(environment);
        changed.remove(name);
        return new Shell(directory, changed, prefix);
    }

    Shell at(Path other) {
        return new Shell(other, environment, prefix);
    }

    /** Root may write anywhere, so what has to fail for want of permission runs as nobody. */
    Shell unprivileged() {
        var nobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        return new Shell(directory, environment, isRoot() ? nobody : List.of());
    }

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    static boolean has(String tool) {
        return Stream.of(SYSTEM_PATH.split(":")).anyMatch(entry -> Files.isExecutable(Path.of(entry, tool)));
    }

    /** A directory for PATH that holds the named tools, as far as they exist, and nothing else. */
    static Path tools(Path directory, String... names) throws IOException {
        Files.createDirectories(directory);
        for (String name : names) {
            for (String entry : SYSTEM_PATH.split(":")) {
                Path tool = Path.of(entry, name);
                if (Files.isExecutable(tool) && !Files.exists(directory.resolve(name))) {
                    script(directory.resolve(name), "exec " + tool + " \"$@\"");
                }
            }
        }
        return directory;
    }

    static Path script(Path file, String lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + lines + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    /** Polls until something is so; a process of somebody else tells in no other way. */
    static void eventually(BooleanSupplier isSo) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("gave up waiting");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    Ended run(Path program, String... arguments) {
        return start(program, arguments).await();
    }

    Running start(Path program, String... arguments) {
        try {
            var command = new ArrayList<>(prefix);
            command.add(program.toString());
            command.addAll(List.of(arguments));
            Path out = Files.createTempFile("out", ".txt");
            Path err = Files.createTempFile("err", ".txt");
            var builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            return new Running(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process that has not been waited for. */
    record Running(Process process, Path outFile, Path errFile) {

        String out() {
            return text(outFile);
        }

        String err() {
            return text(errFile);
        }

        Ended await() {
            try {
                if (!process.waitFor(2, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                    throw new AssertionError("still running after two minutes: " + out() + err());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
            var ended = new Ended(process.exitValue(), out(), err());
            outFile.toFile().delete();
            errFile.toFile().delete();
            return ended;
        }

        private static String text(Path file) {
            try {
                return Files.readString(file, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** How a process ended and what it said. */
    record Ended(int exit, String out, String err) {}
}
