package dev.dbsh.app;

import dev.dbsh.demo.Login;
import dev.dbsh.testing.Pty;
import dev.dbsh.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The whole program in a terminal window of its own, in write mode. */
final class WritingShell {
    private final Login login;
    private final Path home;
    private final List<String> before = new ArrayList<>();

    WritingShell(Login login, Path home) {
        this.login = login;
        this.home = home;
    }

    /** Words put before the command. */
    WritingShell under(List<String> words) {
        before.addAll(words);
        return this;
    }

    /** What the prompt begins with, up to the transaction's state. */
    String prompt() {
        return place() + "=";
    }

    /** The same for a session without a connection. */
    String lost() {
        return place() + "!?>";
    }

    private String place() {
        return login.user() + "@" + login.host() + "/" + login.database();
    }

    /** Starts it and waits until it is connected. */
    Pty open() {
        List<String> command = new ArrayList<>(before);
        command.addAll(ShellOnTerminal.command("--write", "-d", TestDatabase.uri(login)));
        Map<String, String> environment =
                Map.of("LC_ALL", "C.UTF-8", "PAGER", "", "HOME", home.toString(), "XDG_STATE_HOME", home.toString());
        Pty pty = Pty.start(160, 30, environment, command);
        pty.waitFor(prompt());
        pty.enter("select 'connected' as state;");
        pty.waitForLastLine(prompt() + "#");
        return pty;
    }
}
