package dev.dbsh.sql.classify;

import dev.dbsh.sql.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes over the tokens of a statement, or of a part of it. */
final class TokenReader {
    private static final Token NOTHING = new Token(Token.Kind.GARBAGE, 0, 0, "");

    private final List<Token> tokens;
    private final int to;
    private int at;

    TokenReader(List<Token> tokens) {
        this(tokens, 0, tokens.size());
    }

    private TokenReader(List<Token> tokens, int from, int to) {
        this.tokens = tokens;
        this.to = to;
        this.at = from;
    }

    /** Reads from one place up to another; this one stays where it is. */
    TokenReader part(int from, int until) {
        return new TokenReader(tokens, from, until);
    }

    TokenReader rest() {
        return part(at, to);
    }

    int position() {
        return at;
    }

    void moveTo(int position) {
        at = position;
    }

    int end() {
        return to;
    }

    boolean atEnd() {
        return at >= to;
    }

    /** The token that comes next; one of no kind that any test knows at the end. */
    Token token() {
        return look(0);
    }

    /** The token so many places further on, or back. */
    Token look(int ahead) {
        int index = at + ahead;
        return index >= 0 && index < to ? tokens.get(index) : NOTHING;
    }

    Token take() {
        Token token = token();
        at++;
        return token;
    }

    boolean isWord(String word) {
        return token().isWord(word);
    }

    boolean isSymbol(String symbol) {
        return token().isSymbol(symbol);
    }

    /** Moves past the words when they come next, all of them and in this order. */
    boolean takeWords(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!look(i).isWord(words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    boolean takeSymbol(String symbol) {
        boolean there = isSymbol(symbol);
        at += there ? 1 : 0;
        return there;
    }

    /** Moves past one token, or past all that one bracket and its partner hold. */
    void skip() {
        int depth = 0;
        do {
            Token token = take();
            if (isOpening(token)) {
                depth++;
            } else if (isClosing(token)) {
                depth--;
            }
        } while (depth > 0 && !atEnd());
    }

    /** Moves to the first token at this depth that is the symbol; to the end when none is. */
    void skipTo(String symbol) {
        while (!atEnd() && !isSymbol(symbol)) {
            skip();
        }
    }

    /** A name of one or more parts; null, and no move, when none comes next. */
    @Nullable
    ObjectName takeName() {
        if (!isName(token())) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        parts.add(take().name());
        while (isSymbol(".") && isName(look(1))) {
            at++;
            parts.add(take().name());
        }
        return new ObjectName(parts);
    }

    static boolean isName(Token token) {
        return token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.QUOTED_NAME;
    }

    static boolean isOpening(Token token) {
        return token.isSymbol("(") || token.isSymbol("[");
    }

    static boolean isClosing(Token token) {
        return token.isSymbol(")") || token.isSymbol("]");
    }
}
