package dev.dbsh.report;

import org.jspecify.annotations.Nullable;

/**
 * Why something failed, in the words of the one who refused it.
 *
 * @param sqlState the server's five characters; null when the server was not the one who said no
 * @param position the character of the statement it points at, counted from 1
 * @param hint the server's hint, or what to do
 * @param where the server's context, or the file and line
 * @param origin what it is about; null when that is not known apart from the words
 */
public record Failure(
        @Nullable String sqlState,
        String message,
        @Nullable String detail,
        @Nullable String hint,
        @Nullable Integer position,
        @Nullable String where,
        @Nullable Origin origin) {

    public Failure(
            @Nullable String sqlState,
            String message,
            @Nullable String detail,
            @Nullable String hint,
            @Nullable Integer position,
            @Nullable String where) {
        this(sqlState, message, detail, hint, position, where, null);
    }

    public static Failure of(String message) {
        return new Failure(null, message, null, null, null, null);
    }

    /** The same with another hint. */
    public Failure withHint(String text) {
        return new Failure(sqlState, message, detail, text, position, where, origin);
    }

    /** The same with one hint more: what the server has to say is never lost. */
    public Failure withMore(String text) {
        return withHint(hint == null ? text : hint + "\n" + text);
    }

    /** The same in a text that begins so many characters earlier. */
    public Failure withPosition(@Nullable Integer character) {
        return new Failure(sqlState, message, detail, hint, character, where, origin);
    }

    public Failure withWhere(String words) {
        return new Failure(sqlState, message, detail, hint, position, words, origin);
    }
}
