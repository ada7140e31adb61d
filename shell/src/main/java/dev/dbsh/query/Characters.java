package dev.dbsh.query;

import dev.dbsh.command.Refusal;

/** Refuses what cannot be sent as it is: the server ends a text at NUL, and half a surrogate pair would become a "?". */
final class Characters {
    private static final String NOT_SENT = "nothing was sent";

    private Characters() {}

    static void check(String statement) {
        int position = 0;
        int at = 0;
        while (at < statement.length()) {
            position++;
            int c = statement.codePointAt(at);
            if (c == 0) {
                throw Refusal.at(position, Refusal.Kind.GUARD_RAIL, "NUL cannot be part of a statement", NOT_SENT);
            }
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                throw Refusal.at(position, Refusal.Kind.GUARD_RAIL, "half a surrogate pair is no character", NOT_SENT);
            }
            at += Character.charCount(c);
        }
    }
}
