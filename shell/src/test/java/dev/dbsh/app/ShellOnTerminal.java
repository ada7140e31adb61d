package dev.dbsh.app;

import dev.dbsh.demo.Login;
import dev.dbsh.testing.Pty;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The whole program as a person has it: on a terminal of its own, with nothing of the caller's own home. */
final class ShellOnTerminal {
    private static final int COLUMNS = 120;
    private static final int ROWS = 40;

    private ShellOnTerminal() {}

    /** Connects there and waits for the prompt; without a pager. */
    static Pty open(Login login, Path home) {
        return open(login, home, Map.of());
    }

    /** @param variables added to its environment */
    static Pty open(Login login, Path home, Map<String, String> variables, String... arguments) {
        Map<String, String> environment = new HashMap<>(Job.of(login, home).environment());
        environment.remove("TERM");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("PAGER", "");
        environment.putAll(variables);
        Pty pty = Pty.start(COLUMNS, ROWS, environment, command(arguments));
        try {
            pty.waitFor("=>");
        } catch (AssertionError e) {
            pty.close();
            throw e;
        }
        return pty;
    }

    /** How the program is started on a terminal. */
    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Ddbsh.tty=012",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
