package dev.dbsh.console;

import dev.dbsh.command.CommandTable;
import dev.dbsh.command.Interpreter;
import dev.dbsh.console.cursor.SqlCursor;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jspecify.annotations.Nullable;

/** Tells the line editor where an entry ends, and nothing else: no character of the text is special to it. */
final class EntryEnd implements Parser {
    private static final String GOES_ON = "-";
    private static final Entry NOTHING = new Entry(Entry.Kind.COMMAND, 0);

    private final Interpreter interpreter;
    private final CommandTable commands;

    EntryEnd(Interpreter interpreter, CommandTable commands) {
        this.interpreter = interpreter;
        this.commands = commands;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        boolean prompt = context == ParseContext.SECONDARY_PROMPT;
        if (prompt || context == ParseContext.ACCEPT_LINE) {
            String missing = interpreter.missing(line);
            if (prompt || !missing.isEmpty()) {
                throw new EOFError(-1, cursor, "more is expected", missing.isEmpty() ? GOES_ON : missing);
            }
        }
        return context == ParseContext.COMPLETE ? typed(line, cursor) : new Typed(line, cursor, cursor, NOTHING, null);
    }

    private Typed typed(String line, int cursor) {
        Entry entry = Entry.at(line, cursor, commands);
        int start = entry.start();
        if (entry.kind() == Entry.Kind.FIRST_WORD) {
            return new Typed(line, cursor, start, entry, null);
        }
        if (entry.kind() == Entry.Kind.COMMAND) {
            int word = start + TypedWord.start(line.substring(start), cursor - start);
            return new Typed(line, cursor, word, entry, null);
        }
        SqlCursor sql = SqlCursor.in(line.substring(start), cursor - start);
        return new Typed(line, cursor, start + sql.start(), entry, sql);
    }

    @Override
    public boolean isEscapeChar(char c) {
        return false;
    }

    /**
     * The text up to the cursor, of which the last word is what Tab replaces.
     *
     * @param sql what stands at the cursor where SQL may stand; null where it may not
     */
    record Typed(
            String line,
            int cursor,
            int start,
            Entry entry,
            @Nullable SqlCursor sql) implements CompletingParsedLine {

        @Override
        public String word() {
            return line.substring(start, cursor);
        }

        @Override
        public int wordCursor() {
            return cursor - start;
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word());
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return wordCursor();
        }
    }
}
