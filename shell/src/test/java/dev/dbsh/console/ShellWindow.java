package dev.dbsh.console;

import dev.dbsh.testing.Pty;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The scripted shell in a terminal window. */
final class ShellWindow {
    static final int COLUMNS = 100;
    static final int ROWS = 30;

    private final String connection;
    private final Path history;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> wrapper = new ArrayList<>();

    ShellWindow(String connection, Path history) {
        this.connection = connection;
        this.history = history;
        // What the tester's own shell prefers is nothing to a test.
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("PAGER", "");
        environment.put("LESS", "FRSX");
    }

    ShellWindow with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Words put before the command: {@code umask} and the like need a shell around it. */
    ShellWindow after(String shellCommand) {
        wrapper.addAll(List.of("sh", "-c", shellCommand + "; exec \"$@\"", "sh"));
        return this;
    }

    Pty open() {
        List<String> command = new ArrayList<>(wrapper);
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        command.addAll(List.of("-Dslf4j.internal.verbosity=ERROR", "-Dstdout.encoding=UTF-8"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(ScriptedShell.class.getName(), connection, history.toString()));
        return Pty.start(COLUMNS, ROWS, environment, command);
    }
}
