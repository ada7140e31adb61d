package dev.dbsh.sql;

import org.jspecify.annotations.Nullable;

/**
 * Cuts UTF-8 text into tokens by the rules of the server's scanner. It stops wherever the text at hand does and goes on
 * when more has come, so that text is looked at once, however it arrives.
 */
final class Lexer {
    private final Quote quote = new Quote();
    private final DollarQuote dollarQuote = new DollarQuote();
    private final LineComment lineComment = new LineComment();
    private final BlockComment blockComment = new BlockComment();

    private byte[] text = {};
    private int to;
    private boolean last;
    private boolean standardStrings;
    private int start;
    private int at;
    private @Nullable LongToken open;
    private Lexeme opened = Lexeme.END;

    /** @param standardStrings whether a backslash in {@code '...'} is a character like any other */
    Lexer(boolean standardStrings) {
        this.standardStrings = standardStrings;
    }

    /** Takes text that begins with what it had before. */
    void take(byte[] more, int until, boolean isLast) {
        text = more;
        to = until;
        last = isLast;
    }

    /** Tells that the text has been moved to the front by so many bytes. */
    void moved(int by) {
        start -= by;
        at -= by;
        if (open != null) {
            open.moved(by);
        }
    }

    void standardStrings(boolean on) {
        standardStrings = on;
    }

    /** Where what {@link #next} has found begins. */
    int start() {
        return start;
    }

    /** Where it ends, and the next one begins. */
    int end() {
        return at;
    }

    /** Goes on behind what belongs to no token. */
    void skipTo(int position) {
        at = position;
    }

    Lexeme next() {
        if (open != null) {
            return closing(open);
        }
        start = at;
        if (at == to) {
            return last ? Lexeme.END : Lexeme.MORE;
        }
        byte c = text[at];
        return switch (CharacterClass.of(c)) {
            case CharacterClass.NAME -> word();
            case CharacterClass.SPACE -> space();
            case CharacterClass.DIGIT -> number();
            case CharacterClass.OPERATOR -> operator(c);
            default -> sign(c);
        };
    }

    private Lexeme space() {
        int end = at + 1;
        while (end < to && CharacterClass.isSpace(text[end])) {
            end++;
        }
        return found(Lexeme.SPACE, end);
    }

    private Lexeme word() {
        int end = Signs.nameEnd(text, at, to);
        if (end == to) {
            return last ? found(Lexeme.WORD, end) : Lexeme.MORE;
        }
        if (end == at + 1) {
            if (text[end] == '\'') {
                return prefixed(text[at] | 0x20);
            }
            if (text[end] == '&' && (text[at] | 0x20) == 'u') {
                return unicode();
            }
        }
        return found(Lexeme.WORD, end);
    }

    private Lexeme prefixed(int letter) {
        return switch (letter) {
            case 'e' -> quoted(at + 2, Quote.Style.ESCAPES);
            case 'b', 'x' -> quoted(at + 2, Quote.Style.DIGITS);
            case 'n' -> quoted(at + 2, plainStyle());
            default -> found(Lexeme.WORD, at + 1);
        };
    }

    private Lexeme unicode() {
        int mark = at + 2;
        if (mark == to) {
            return last ? found(Lexeme.WORD, at + 1) : Lexeme.MORE;
        }
        return switch (text[mark]) {
            case '\'' -> quoted(mark + 1, Quote.Style.STANDARD);
            case '"' -> quoted(mark + 1, Quote.Style.NAME);
            default -> found(Lexeme.WORD, at + 1);
        };
    }

    private Quote.Style plainStyle() {
        return standardStrings ? Quote.Style.STANDARD : Quote.Style.ESCAPES;
    }

    private Lexeme quoted(int body, Quote.Style style) {
        quote.begin(body, style);
        return opens(quote, style == Quote.Style.NAME ? Lexeme.QUOTED_NAME : Lexeme.STRING);
    }

    private Lexeme number() {
        int end = Signs.numberEnd(text, at, to);
        return !last && Signs.mayGoOn(text, end, to) ? Lexeme.MORE : numeric(Lexeme.NUMBER, end);
    }

    private Lexeme numeric(Lexeme lexeme, int end) {
        if (!Signs.isJunk(text, at, end, to)) {
            return found(lexeme, end);
        }
        int junk = Signs.nameEnd(text, end, to);
        return junk == to && !last ? Lexeme.MORE : found(Lexeme.GARBAGE, junk);
    }

    private Lexeme operator(byte c) {
        int end = at + 1;
        while (end < to && CharacterClass.isOperator(text[end])) {
            end++;
        }
        if (end == to && !last) {
            return Lexeme.MORE;
        }
        if (c == '-' && end > at + 1 && text[at + 1] == '-') {
            lineComment.begin(at);
            return opens(lineComment, Lexeme.LINE_COMMENT);
        }
        if (c == '/' && end > at + 1 && text[at + 1] == '*') {
            blockComment.begin(at);
            return opens(blockComment, Lexeme.BLOCK_COMMENT);
        }
        return found(Lexeme.SYMBOL, Signs.operatorEnd(text, at, end));
    }

    private Lexeme sign(byte c) {
        return switch (c) {
            case '(', ')', '[', ']', ',', ';' -> found(Lexeme.SYMBOL, at + 1);
            case '\'' -> quoted(at + 1, plainStyle());
            case '"' -> quoted(at + 1, Quote.Style.NAME);
            case '$' -> dollar();
            case '.', ':', '\\' -> pair(c);
            default -> found(Lexeme.GARBAGE, at + 1);
        };
    }

    private Lexeme pair(byte c) {
        int second = at + 1;
        if (second == to) {
            return last ? found(c == '\\' ? Lexeme.GARBAGE : Lexeme.SYMBOL, second) : Lexeme.MORE;
        }
        byte d = text[second];
        if (c == '\\') {
            return found(Lexeme.GARBAGE, second);
        }
        if (c == '.' && CharacterClass.isDigit(d)) {
            return number();
        }
        boolean paired = d == c || (c == ':' && d == '=');
        return found(Lexeme.SYMBOL, paired ? second + 1 : second);
    }

    private Lexeme dollar() {
        int digits = at + 1;
        while (digits < to && CharacterClass.isDigit(text[digits])) {
            digits++;
        }
        if (digits == to && !last) {
            return Lexeme.MORE;
        }
        if (digits > at + 1) {
            return numeric(Lexeme.PARAMETER, digits);
        }
        int body = DollarQuote.tagEnd(text, at, to);
        if (body == LongToken.GOES_ON && !last) {
            return Lexeme.MORE;
        }
        if (body <= at) {
            return found(Lexeme.GARBAGE, at + 1);
        }
        dollarQuote.begin(text, at, body);
        return opens(dollarQuote, Lexeme.STRING);
    }

    private Lexeme opens(LongToken token, Lexeme lexeme) {
        open = token;
        opened = lexeme;
        return closing(token);
    }

    private Lexeme closing(LongToken token) {
        int end = token.end(text, to, last);
        if (end == LongToken.GOES_ON && !last) {
            return Lexeme.MORE;
        }
        open = null;
        return end == LongToken.GOES_ON ? found(Lexeme.UNTERMINATED, to) : found(opened, end);
    }

    private Lexeme found(Lexeme lexeme, int end) {
        at = end;
        return lexeme;
    }
}
