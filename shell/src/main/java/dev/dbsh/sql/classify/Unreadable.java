package dev.dbsh.sql.classify;

import dev.dbsh.sql.Token;

/** Text that is no token: of most the server says so, but of some not every version does. */
final class Unreadable {
    private Unreadable() {}

    static void look(TokenReader at, Findings findings) {
        while (!at.atEnd()) {
            Token token = at.take();
            if (token.kind() == Token.Kind.UNTERMINATED) {
                findings.add(new Reason(
                        Effect.WRITES,
                        "the statement",
                        UnderReadOnly.STOPPED,
                        "has a quote or comment that is not closed"));
            } else if (token.kind() == Token.Kind.GARBAGE) {
                findings.add(garbage(token.name()));
            }
        }
    }

    // Before version 15 "1into" was a number and the word INTO.
    private static Reason garbage(String text) {
        char first = text.charAt(0);
        boolean number = first == '.' || first == '$' || Character.isDigit(first);
        return number && text.length() > 1
                ? new Reason(
                        Effect.WRITES,
                        text,
                        UnderReadOnly.PASSES,
                        "is not one word to every server: put a blank into it")
                : new Reason(Effect.WRITES, text, UnderReadOnly.STOPPED, "is nothing that a server can read");
    }
}
