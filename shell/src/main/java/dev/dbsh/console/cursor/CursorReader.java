package dev.dbsh.console.cursor;

import dev.dbsh.console.cursor.SqlCursor.Quoting;
import dev.dbsh.sql.Token;
import dev.dbsh.sql.Token.Kind;
import dev.dbsh.sql.Tokens;
import java.util.List;
import java.util.Locale;

/** Reads the text on both sides of a cursor; a quote that is open there does not take in what stands behind. */
final class CursorReader {
    /** A letter with which no string begins, to stand for what is typed. */
    private static final String LETTER = "k";

    private final String before;
    private final String after;
    private final List<Token> tokens;

    CursorReader(String text, int cursor) {
        this.before = text.substring(0, cursor);
        this.after = text.substring(cursor);
        this.tokens = Tokens.of(before, true);
    }

    SqlCursor read() {
        if (tokens.isEmpty()) {
            return isInComment(0) ? nothing() : name(0, Tokens.of(after, true));
        }
        Token last = tokens.get(tokens.size() - 1);
        if (last.end() < before.length()) {
            return isInComment(last.end()) ? nothing() : name(tokens.size(), Tokens.of(after, true));
        }
        return switch (last.kind()) {
            case WORD -> name(nameStart(), behindWord());
            case QUOTED_NAME -> name(nameStart(), Tokens.of(after, true));
            case UNTERMINATED -> open(last);
            case SYMBOL -> name(last.isSymbol(".") ? nameStart() : tokens.size(), Tokens.of(after, true));
            case STRING -> name(tokens.size(), Tokens.of(after, true));
            case NUMBER, PARAMETER, GARBAGE -> nothing();
        };
    }

    private boolean isInComment(int gap) {
        return Tokens.of(before.substring(gap) + LETTER, true).isEmpty();
    }

    private SqlCursor open(Token last) {
        String start = before.substring(last.start(), Math.min(before.length(), last.start() + 2))
                .toUpperCase(Locale.ROOT);
        if (start.startsWith("\"")) {
            return name(nameStart(), behindQuote('"'));
        }
        if (start.startsWith("'")) {
            return string(last.start(), Quoting.STRING);
        }
        return start.equals("E'") ? string(last.start(), Quoting.ESCAPES) : nothing();
    }

    private SqlCursor nothing() {
        return new SqlCursor(before.length(), PartialName.of(""), Quoting.NOTHING, false, false, Wanted.NOTHING);
    }

    private SqlCursor name(int first, List<Token> behind) {
        int start = first == tokens.size() ? before.length() : tokens.get(first).start();
        Wanted wanted = Expectation.at(level(first, behind));
        return new SqlCursor(
                start, PartialName.of(before.substring(start)), Quoting.NOTHING, false, after.startsWith("("), wanted);
    }

    private SqlCursor string(int start, Quoting quoting) {
        List<Token> behind = behindQuote('\'');
        String content = before.substring(start + quoting.opening().length()).replace("''", "'");
        Wanted wanted = LiteralPlace.wanted(level(tokens.size() - 1, behind));
        String plain = quoting == Quoting.ESCAPES ? content.replace("\\\\", "\\") : content;
        return new SqlCursor(start, PartialName.of(plain), quoting, !isClosed('\''), false, wanted);
    }

    /** The index of the token with which the name at the cursor begins, dots and what they connect included. */
    private int nameStart() {
        int at = tokens.size() - 1;
        at = isPart(at) ? at : at + 1;
        while (at >= 2 && isDot(at - 1) && isPart(at - 2) && isJoined(at - 1) && isJoined(at)) {
            at -= 2;
        }
        return at;
    }

    private boolean isPart(int at) {
        Kind kind = tokens.get(at).kind();
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME || kind == Kind.UNTERMINATED;
    }

    private boolean isDot(int at) {
        return tokens.get(at).isSymbol(".");
    }

    private boolean isJoined(int at) {
        int end = tokens.get(at - 1).end();
        return end == (at == tokens.size() ? before.length() : tokens.get(at).start());
    }

    private Level level(int end, List<Token> behind) {
        int start = end;
        while (start > 0 && !tokens.get(start - 1).isSymbol(";")) {
            start--;
        }
        int stop = 0;
        while (stop < behind.size() && !behind.get(stop).isSymbol(";")) {
            stop++;
        }
        return Level.around(tokens.subList(start, end), behind.subList(0, stop));
    }

    private List<Token> behindWord() {
        List<Token> all = Tokens.of(LETTER + after, true);
        return all.subList(1, all.size());
    }

    /** When the quotes behind the cursor make pairs only with the open one, the first of them closes it. */
    private List<Token> behindQuote(char quote) {
        if (!isClosed(quote)) {
            return Tokens.of(after, true);
        }
        List<Token> all = Tokens.of(quote + LETTER + after, true);
        return all.subList(1, all.size());
    }

    private boolean isClosed(char quote) {
        List<Token> all = Tokens.of(after, true);
        Token last = all.isEmpty() ? null : all.get(all.size() - 1);
        return last != null && last.kind() == Kind.UNTERMINATED && after.charAt(last.start()) == quote;
    }
}
