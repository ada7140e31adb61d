package dev.dbsh.console;

import dev.dbsh.pg.connect.PasswordPrompt;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Asks for a password while the shell has the terminal, or is about to have it: connecting has begun before that. */
public final class ShellPasswordPrompt implements PasswordPrompt {
    private final CompletableFuture<Screen> screen = new CompletableFuture<>();
    private final PasswordPrompt terminal = new TerminalPasswordPrompt();

    /** Says that the shell's terminal is open; until then nobody is asked. */
    public void at(Screen opened) {
        screen.complete(opened);
    }

    @Override
    public char @Nullable [] ask(String words) {
        try {
            return screen.join().<char @Nullable []>lend(() -> terminal.ask(words));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
