package dev.dbsh.sql;

/** What {@link Lexer#next} has found. */
enum Lexeme {
    SPACE,
    LINE_COMMENT,
    BLOCK_COMMENT,
    WORD,
    QUOTED_NAME,
    STRING,
    NUMBER,
    PARAMETER,
    SYMBOL,
    GARBAGE,
    /** A quote or comment that nothing closes. */
    UNTERMINATED,
    /** More text is needed to tell. */
    MORE,
    /** No text is left. */
    END
}
