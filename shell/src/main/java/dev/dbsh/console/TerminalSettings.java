package dev.dbsh.console;

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

    private TerminalSettings(CLibrary.@Nullable Termios saved) {
        this.saved = saved;
    }

    /** To be called before anything is set. */
    static TerminalSettings of(Terminal terminal) {
        boolean isNative = terminal instanceof TerminalExt known
                && known.getProvider() != null
                && known.getProvider().name().equals("jni");
        return new TerminalSettings(isNative ? current() : null);
    }

    void restore() {
        if (saved != null) {
            CLibrary.tcsetattr(STANDARD_INPUT, CLibrary.TCSADRAIN, saved);
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
