package dev.dbsh.pg.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program of the operating system to its end. */
final class Shell {
    private static final long SECONDS = 60;

    record Result(int code, String out, String err) {}

    private Shell() {}

    /** With these variables and no others, but for PATH. */
    static Result run(Map<String, String> variables, List<String> command) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(Path.of("/").toFile());
            String path = System.getenv("PATH");
            builder.environment().clear();
            builder.environment().put("PATH", path);
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().putAll(variables);
            Process process =
                    builder.redirectInput(Path.of("/dev/null").toFile()).start();
            byte[] out = process.getInputStream().readAllBytes();
            byte[] err = process.getErrorStream().readAllBytes();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " did not end");
            }
            return new Result(
                    process.exitValue(),
                    new String(out, StandardCharsets.UTF_8),
                    new String(err, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As the user that may run a server: never root. Fails the test when the program fails. */
    static String asServer(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            whole.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"));
        }
        whole.addAll(command);
        Result result = run(Map.of(), whole);
        if (result.code != 0) {
            throw new IllegalStateException(whole + " ended with " + result.code + ": " + result.err + result.out);
        }
        return result.out;
    }
}
