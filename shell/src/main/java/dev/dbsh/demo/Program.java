package dev.dbsh.demo;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A program of the system or of the server, run in a clean environment. */
final class Program {
    private Program() {}

    /** How a program ended, and all it wrote. */
    record Finished(int exit, String output) {
        boolean succeeded() {
            return exit == 0;
        }
    }

    /** Waits for the end, which all programs run this way reach by themselves. */
    static Finished run(List<String> words) throws IOException {
        return finish(prepare(words).start());
    }

    static Finished finish(Process process) throws IOException {
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Finished(process.waitFor(), output.strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(
                    "interrupted while " + process.info().command().orElse("a program") + " ran", e);
        }
    }

    /** The caller's PG variables, locale and directory would all leak into the server; the latter may be forbidden to it. */
    static ProcessBuilder prepare(List<String> words) {
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(new File("/")).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        environment.clear();
        environment.put("PATH", path + ":/usr/sbin:/sbin");
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        return builder;
    }
}
