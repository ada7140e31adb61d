package dev.dbsh.sql;

/**
 * One token of a statement. Comments and white space are none.
 *
 * @param start where it begins, in {@code char}s of the statement
 * @param end where it ends; {@code U&} literals reach to the end of their {@code UESCAPE}
 * @param name what it means to the server: a word in lower case (a name longer than 63 bytes is not cut), a quoted name
 *     without its quotes and escapes, the value of a string (the digits of a bit string); for all others, and for a
 *     string whose escapes the server would refuse, the text as it stands
 */
public record Token(Kind kind, int start, int end, String name) {

    /** What the server takes it for. */
    public enum Kind {
        /** A keyword or a name without quotes. */
        WORD,
        /** A name in double quotes, also with {@code U&}. */
        QUOTED_NAME,
        /** A string of any form: {@code '..'}, {@code E'..'}, {@code U&'..'}, {@code B'..'}, {@code X'..'}, {@code N'..'}, {@code $$..$$}. */
        STRING,
        NUMBER,
        /** {@code $1}. */
        PARAMETER,
        /** An operator, or punctuation: each of {@code ( ) [ ] , ; : . :: .. :=} stands alone. */
        SYMBOL,
        /** A quote or comment that the statement does not close; it runs to the end. */
        UNTERMINATED,
        /** What no token begins with, and a number or parameter with letters behind it. */
        GARBAGE
    }

    /** True for the keyword or unquoted name, given in lower case. */
    public boolean isWord(String word) {
        return kind == Kind.WORD && name.equals(word);
    }

    /** True for the operator or punctuation. */
    public boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && name.equals(symbol);
    }
}
