package dev.dbsh.console;

import dev.dbsh.pg.connect.PasswordPrompt;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a password from the terminal that the process belongs to, whatever its standard streams are. Knows nothing of
 * the line editor, so that a batch call need not load it.
 */
public final class TerminalPasswordPrompt implements PasswordPrompt {
    private static final int LONGEST = 1_024;
    private static final char CTRL_C = 3;
    private static final char CTRL_D = 4;
    private static final char BACKSPACE = '\b';
    private static final char CTRL_U = 21;
    private static final char DELETE = 127;

    /** Null when there is no terminal; empty for whoever does not want to type one: Ctrl-C and Ctrl-D. */
    @Override
    public char @Nullable [] ask(String words) {
        try (InputStream in = new FileInputStream(Stty.TERMINAL);
                OutputStream out = new FileOutputStream(Stty.TERMINAL)) {
            String settings = Stty.set("-g");
            Thread restorer = new Thread(() -> Stty.restore(settings), "dbsh-echo");
            Runtime.getRuntime().addShutdownHook(restorer);
            try {
                Stty.set("-echo", "-icanon", "-isig", "min", "1", "time", "0");
                // Meant for whatever was expected to read it: a line of SQL must not be sent as the password.
                if (in.read(new byte[in.available()]) < 0) {
                    return null;
                }
                out.write(words.getBytes(StandardCharsets.UTF_8));
                char[] typed = read(new InputStreamReader(in, Charset.defaultCharset()));
                out.write('\n');
                return typed;
            } finally {
                Stty.restore(settings);
                Runtime.getRuntime().removeShutdownHook(restorer);
            }
        } catch (IOException e) {
            // No terminal to ask at: nobody is there.
            return null;
        }
    }

    private static char[] read(Reader in) throws IOException {
        CharBuffer typed = CharBuffer.allocate(LONGEST);
        try {
            for (int c = in.read(); c != '\n' && c != '\r'; c = in.read()) {
                if (c < 0 || c == CTRL_C || (c == CTRL_D && typed.position() == 0)) {
                    return new char[0];
                }
                edit(typed, (char) c);
            }
            return Arrays.copyOf(typed.array(), typed.position());
        } finally {
            Arrays.fill(typed.array(), '\0');
        }
    }

    private static void edit(CharBuffer typed, char c) {
        if (c == CTRL_U) {
            typed.clear();
        } else if (c == BACKSPACE || c == DELETE) {
            typed.position(Math.max(0, typed.position() - 1));
        } else if (typed.hasRemaining()) {
            typed.put(c);
        }
    }
}
