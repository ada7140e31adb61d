package dev.dbsh.sql;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The tokens of one statement, as the server's scanner cuts it. */
public final class Tokens {
    private static final int NONE = -1;

    private final String statement;
    private final boolean standardStrings;
    private final List<Token> tokens = new ArrayList<>();
    private int escapable = NONE;

    private Tokens(String statement, boolean standardStrings) {
        this.statement = statement;
        this.standardStrings = standardStrings;
    }

    /**
     * Every character of the statement is in one token, in a comment, or is white space.
     *
     * @param standardConformingStrings as the session has it; when off, {@code '\'} is not closed
     */
    public static List<Token> of(String statement, boolean standardConformingStrings) {
        Tokens found = new Tokens(statement, standardConformingStrings);
        found.read();
        return List.copyOf(found.tokens);
    }

    private void read() {
        byte[] text = statement.getBytes(StandardCharsets.UTF_8);
        Offsets offsets = new Offsets(statement, text.length);
        Lexer lexer = new Lexer(standardStrings);
        lexer.take(text, text.length, true);
        for (Lexeme lexeme = lexer.next(); lexeme != Lexeme.END; lexeme = lexer.next()) {
            int start = offsets.of(lexer.start());
            int end = offsets.of(lexer.end());
            switch (lexeme) {
                case WORD -> add(Token.Kind.WORD, start, end);
                case QUOTED_NAME -> addQuoted(Token.Kind.QUOTED_NAME, start, end);
                case STRING -> addQuoted(Token.Kind.STRING, start, end);
                case NUMBER -> add(Token.Kind.NUMBER, start, end);
                case PARAMETER -> add(Token.Kind.PARAMETER, start, end);
                case SYMBOL -> add(Token.Kind.SYMBOL, start, end);
                case GARBAGE -> add(Token.Kind.GARBAGE, start, end);
                case UNTERMINATED -> add(Token.Kind.UNTERMINATED, start, end);
                case SPACE, LINE_COMMENT, BLOCK_COMMENT, MORE, END -> {}
            }
        }
    }

    private void add(Token.Kind kind, int start, int end) {
        String text = statement.substring(start, end);
        tokens.add(new Token(kind, start, end, kind == Token.Kind.WORD ? Literal.folded(text) : text));
    }

    private void addQuoted(Token.Kind kind, int start, int end) {
        String text = statement.substring(start, end);
        String value = kind == Token.Kind.STRING ? Literal.string(text, standardStrings) : Literal.name(text);
        if (kind == Token.Kind.STRING && followsUescape() && UnicodeEscapes.canBegin(value)) {
            escape(end, value.charAt(0));
            return;
        }
        if (Literal.isUnicode(text) && (standardStrings || kind == Token.Kind.QUOTED_NAME)) {
            escapable = tokens.size();
        }
        tokens.add(new Token(kind, start, end, value));
    }

    private boolean followsUescape() {
        int before = tokens.size() - 1;
        return escapable != NONE
                && escapable == before - 1
                && tokens.get(before).isWord("uescape");
    }

    /** Reads the literal again, with the character that its UESCAPE names. */
    private void escape(int end, char character) {
        Token literal = tokens.get(escapable);
        String text = statement.substring(literal.start(), literal.end());
        tokens.remove(tokens.size() - 1);
        tokens.set(escapable, new Token(literal.kind(), literal.start(), end, Literal.unicode(text, character)));
        escapable = NONE;
    }
}
