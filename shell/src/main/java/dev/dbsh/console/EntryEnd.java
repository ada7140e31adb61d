package dev.dbsh.console;

import dev.dbsh.command.Interpreter;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells the line editor where an entry ends, and nothing else: no character of the text is special to it. */
final class EntryEnd implements Parser {
    private static final String GOES_ON = "-";

    private final Interpreter interpreter;

    EntryEnd(Interpreter interpreter) {
        this.interpreter = interpreter;
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
        return new Typed(line, cursor, TypedWord.start(line, cursor));
    }

    @Override
    public boolean isEscapeChar(char c) {
        return false;
    }

    /** The text up to the cursor, of which the last word is what Tab replaces. */
    record Typed(String line, int cursor, int start) implements CompletingParsedLine {

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
