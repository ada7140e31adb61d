package dev.dbsh.console;

import dev.dbsh.command.Interpreter;
import java.io.IOError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.springframework.shell.jline.JLineInputProvider;

/** What was typed, entry by entry, until the shell is to be left. */
final class LineInput extends JLineInputProvider {
    /** The word on which Spring Shell's loop ends. */
    private static final String END = "quit";

    private final LineEditor editor;
    private final Prompt prompt;
    private final Interpreter interpreter;
    private final Screen screen;
    private final SessionWatch watch;
    private boolean entered;

    LineInput(LineEditor editor, Prompt prompt, ReplParts parts, Screen screen, SessionWatch watch) {
        super(editor);
        this.editor = editor;
        this.prompt = prompt;
        this.interpreter = parts.interpreter();
        this.screen = screen;
        this.watch = watch;
    }

    /**
     * Waits for the next entry. It ends with a newline, because the loop takes a bare {@code quit} and {@code exit} for
     * itself; the interpreter has a say in leaving when a transaction is open.
     */
    @Override
    public String readInput() {
        if (entered) {
            // Had the connection failed meanwhile, the entry that needed it would have said so.
            editor.forget();
            entered = false;
        }
        while (!interpreter.isLeaving()) {
            watch.beforePrompt();
            // A Ctrl-C that came too late for its command is not meant for the next line.
            Thread.interrupted();
            try {
                String text = read();
                if (!text.isBlank()) {
                    entered = true;
                    return text + '\n';
                }
            } catch (UserInterruptException e) {
                // Ctrl-C: what was typed is gone, the shell is not.
                screen.leaveLine();
            } catch (InterruptedException e) {
                // The same, before the editor had begun.
            } catch (EndOfFileException e) {
                // Ctrl-D means the same as the word.
                interpreter.run(END);
            } catch (IOError e) {
                // The terminal has gone away.
                return END;
            }
        }
        return END;
    }

    private String read() throws InterruptedException {
        String first = prompt.forEditor();
        screen.startEditing();
        try {
            return editor.readLine(first, screen.takeDraft());
        } finally {
            screen.stopEditing();
        }
    }
}
