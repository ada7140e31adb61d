package dev.dbsh.app;

import dev.dbsh.demo.Login;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Calls the program in this process as a deploy job does: no terminal, and nothing of the caller's own home.
 *
 * <p>An answer is one text: standard output as it came, then standard error with {@code !} before each line, then the exit
 * code. Times are replaced by {@code <ms>}, and what makes names of its own by what
 * it names.
 */
final class Job {
    private final Map<String, String> environment;

    private Job(Map<String, String> environment) {
        this.environment = environment;
    }

    static Job of(Login login, Path home) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PGHOST", login.host());
        environment.put("PGPORT", Integer.toString(login.port()));
        environment.put("PGUSER", login.user());
        environment.put("PGPASSWORD", login.password());
        environment.put("PGDATABASE", login.database());
        environment.put("HOME", home.toString());
        environment.put("TERM", "dumb");
        return new Job(environment);
    }

    Job with(String name, String value) {
        Map<String, String> changed = new TreeMap<>(environment);
        changed.put(name, value);
        return new Job(changed);
    }

    Job without(String name) {
        Map<String, String> changed = new TreeMap<>(environment);
        changed.remove(name);
        return new Job(changed);
    }

    Map<String, String> environment() {
        return environment;
    }

    String run(String... arguments) {
        return fed("", arguments);
    }

    /** @param input what is on standard input */
    String fed(String input, String... arguments) {
        return fed(input.getBytes(StandardCharsets.UTF_8), arguments);
    }

    String fed(byte[] input, String... arguments) {
        return fed(new ByteArrayInputStream(input), arguments);
    }

    String fed(InputStream input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Main.run(new Invocation(List.of(arguments), environment, input, out, err));
        return answer(out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), exit);
    }

    static String answer(String out, String err, int exit) {
        String marked = err.replaceAll("(?m)^(?=.)", "! ");
        return (out + marked + "[exit " + exit + "]\n")
                .replaceAll("\"elapsed_ms\":\\d+", "\"elapsed_ms\":<ms>")
                .replaceAll("(?m)^time: \\d+ ms$", "time: <ms> ms")
                .replaceAll("sequences undo [0-9a-f]{8}", "sequences undo <operation>");
    }
}
