package dev.dbsh.console;

import org.springframework.shell.core.command.CommandParser;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.jline.JLineShellRunner;

/** Spring Shell's loop without its own words: everything that is to be said, the interpreter says. */
final class QuietRunner extends JLineShellRunner {

    QuietRunner(LineInput input, CommandParser parser, CommandRegistry commands) {
        super(input, parser, commands);
    }

    void run() {
        try {
            run(new String[0]);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void print(String message) {
        // "Exiting the shell" and the like
    }
}
