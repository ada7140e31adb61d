package dev.dbsh.console;

import java.util.List;
import org.jline.reader.MaskingCallback;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/** JLine's line editor, where it does too much or trusts too much. */
final class LineEditor extends LineReaderImpl {
    private static final int HISTORY_IN_MEMORY = 5_000;

    /** Above this many characters the prompts of the lines do not say what is open: at each key it is asked for each line. */
    private static final int LONG = 4_000;

    /** How long after the end of a paste its rest may still be on the way. */
    private static final long REST_OF_PASTE_MILLIS = 50;

    private final Screen screen;
    private final Prompt primary;
    private @Nullable String pending;
    private boolean drawn;

    private LineEditor(Screen screen, Prompt primary) {
        super(screen.device(), "dbsh", null);
        this.screen = screen;
        this.primary = primary;
    }

    static LineEditor on(Screen screen, Prompt prompt, ReplParts parts) {
        LineEditor editor = new LineEditor(screen, prompt);
        editor.setParser(new EntryEnd(parts.interpreter(), parts.commands()));
        editor.setHistory(new ShellHistory(parts.history()));
        editor.setHighlighter(new VisibleControls());
        editor.setCompleter(new DbshCompleter(parts));
        editor.setCompletionMatcher(new AllOffered());
        editor.setVariable(HISTORY_SIZE, HISTORY_IN_MEMORY);
        // Without a limit: beyond it JLine would send control characters as they are.
        editor.setVariable(FEATURES_MAX_BUFFER_SIZE, Integer.MAX_VALUE);
        editor.option(Option.DISABLE_EVENT_EXPANSION, true);
        editor.option(Option.HISTORY_INCREMENTAL, false);
        editor.option(Option.CASE_INSENSITIVE_SEARCH, true);
        editor.getWidgets().put(CALLBACK_INIT, editor::begin);
        if (screen.isDumb()) {
            editor.option(Option.BRACKETED_PASTE, false);
            editor.setVariable(DISABLE_COMPLETION, true);
        }
        return editor;
    }

    /** @param draft what stands on the line before anything is typed; null for nothing */
    String readLine(String prompt, @Nullable String draft) {
        return draft == null
                ? readLine(prompt)
                : readLine(prompt, null, (MaskingCallback) null, withoutControls(draft));
    }

    /** Prints above the prompt and shows it anew; before the next prompt when there is none at this moment. */
    void announce(String text) {
        lock.lock();
        try {
            if (reading) {
                setPrompt(primary.forEditor());
                printAbove(text);
            } else {
                pending = text;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Drops what waits to be announced, because it has been said in another way. */
    void forget() {
        lock.lock();
        try {
            pending = null;
        } finally {
            lock.unlock();
        }
    }

    // Called under the lock, with the terminal in the editor's hands and nothing drawn yet.
    private boolean begin() {
        drawn = true;
        screen.keepSpeed();
        String text = pending;
        pending = null;
        if (text != null) {
            announce(text);
        }
        return true;
    }

    /** In a terminal without a movable cursor JLine draws nothing while a line is typed, not even the next prompt. */
    @Override
    protected boolean acceptLine() {
        boolean done = super.acceptLine();
        if (state == State.NORMAL && screen.isDumb()) {
            terminal.writer().write(primary.continued());
            terminal.flush();
        }
        return done;
    }

    /** A paste is text to look at: whatever it contains, nothing of it is a key. */
    @Override
    public boolean beginPaste() {
        StringBuilder text = new StringBuilder();
        for (int c = readCharacter(); c >= 0; c = readCharacter()) {
            text.appendCodePoint(c);
            if (endsPaste(text)) {
                break;
            }
        }
        // The mark that ends a paste may be part of what was pasted. Then the rest of it comes at once, and it has a
        // mark of its own behind it; without one it was typed, and is read again as keys.
        StringBuilder rest = new StringBuilder();
        while (peekCharacter(REST_OF_PASTE_MILLIS) >= 0) {
            rest.appendCodePoint(readCharacter());
        }
        int end = rest.lastIndexOf(BRACKETED_PASTE_END);
        if (end >= 0) {
            text.append(rest, 0, end + BRACKETED_PASTE_END.length());
            rest.delete(0, end + BRACKETED_PASTE_END.length());
        }
        text.setLength(Math.max(0, text.length() - BRACKETED_PASTE_END.length()));
        getBuffer().write(withoutControls(text.toString()));
        if (!rest.isEmpty()) {
            runMacro(rest.toString());
        }
        return true;
    }

    @Override
    public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
        String pattern = buf.length() > LONG ? primary.continued() : primary.continuedForEditor();
        setVariable(SECONDARY_PROMPT_PATTERN, pattern);
        return super.getDisplayedBufferWithPrompts(secondaryPrompts);
    }

    private static boolean endsPaste(StringBuilder text) {
        int start = text.length() - BRACKETED_PASTE_END.length();
        return start >= 0 && text.indexOf(BRACKETED_PASTE_END, start) == start;
    }

    private static String withoutControls(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        for (int i = 0; i < lines.length(); i++) {
            char c = lines.charAt(i);
            plain.append(Character.isISOControl(c) && c != '\n' && c != '\t' ? ' ' : c);
        }
        return plain.toString();
    }

    /** The same as JLine's, without its seven sequences that switch off a mouse that was never on. */
    @Override
    protected void doCleanup(boolean newLine) {
        drawn = false;
        buf.cursor(buf.length());
        post = null;
        if (size.getColumns() > 0 || size.getRows() > 0) {
            doAutosuggestion = false;
            redisplay(false);
            if (newLine) {
                terminal.puts(Capability.carriage_return);
                terminal.writer().write('\n');
                redrawLine();
            }
            terminal.puts(Capability.keypad_local);
            if (isSet(Option.BRACKETED_PASTE)) {
                terminal.writer().write(BRACKETED_PASTE_OFF);
            }
            flush();
        }
        history.moveToEnd();
    }

    // JLine draws from the signal's thread without regard to the one that types, and also a line that has been left.
    @Override
    protected synchronized void handleSignal(Signal signal) {
        lock.lock();
        try {
            if (drawn) {
                super.handleSignal(signal);
            }
        } finally {
            lock.unlock();
        }
    }
}
