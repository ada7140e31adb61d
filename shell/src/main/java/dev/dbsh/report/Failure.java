package dev.dbsh.report;

import org.jspecify.annotations.Nullable;

/**
 * Why something failed, in the words of the one who refused it.
 *
 * @param sqlState the server's five characters; null when the server was not the one who said no
 * @param position the character of the statement it points at, counted from 1
 * @param hint the server's hint, or what to do
 * @param where the server's context, or the file and line
 */
public record Failure(
        @Nullable String sqlState,
        String message,
        @Nullable String detail,
        @Nullable String hint,
        @Nullable Integer position,
        @Nullable String where) {

    public static Failure of(String message) {
        return new Failure(null, message, null, null, null, null);
    }

    public Failure withHint(String text) {
        return new Failure(sqlState, message, detail, text, position, where);
    }
}
