package dev.dbsh.console;

import java.io.IOException;
import org.jline.nativ.CLibrary;
import org.jline.terminal.Terminal;
import org.jline.terminal.spi.TerminalExt;
import org.jspecify.annotations.Nullable;

/**
 * What the terminal was set to when the shell began, bit by bit. JLine's native way forgets the speed of the line each
 * time it sets something, which a serial line takes for hanging up.
 */
final class TerminalSettings {
    private static final int STANDARD_INPUT = 0;

    private final CLibrary.@Nullable Termios saved;
    private final @Nullable String words;

    private TerminalSettings(CLibrary.@Nullable Termios saved, @Nullable String words) {
        this.saved = saved;
        this.words = words;
    }

    /** To be called before anything is set. */
    static TerminalSettings of(Terminal terminal) throws IOException {
        String way = terminal instanceof TerminalExt known ? known.getProvider().name() : "";
        return switch (way) {
            case "jni" -> new TerminalSettings(current(), null);
            case "exec" -> new TerminalSettings(null, Stty.set("-g"));
            default -> new TerminalSettings(null, null);
        };
    }

    void restore() {
        if (saved != null) {
            CLibrary.tcsetattr(STANDARD_INPUT, CLibrary.TCSADRAIN, saved);
        }
    }

    /** The same in every way there is, for the end. */
    void restoreWhole() {
        restore();
        if (words != null) {
            Stty.restore(words);
        }
    }

    /** Puts the speed back into what is set now. */
    void keepSpeed() {
        if (saved != null) {
            CLibrary.Termios now = current();
            now.c_cflag = saved.c_cflag;
            now.c_ispeed = saved.c_ispeed;
            now.c_ospeed = saved.c_ospeed;
            CLibrary.tcsetattr(STANDARD_INPUT, CLibrary.TCSANOW, now);
        }
    }

    private static CLibrary.Termios current() {
        CLibrary.Termios settings = new CLibrary.Termios();
        CLibrary.tcgetattr(STANDARD_INPUT, settings);
        return settings;
    }
}
