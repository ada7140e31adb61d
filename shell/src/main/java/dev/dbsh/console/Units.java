package dev.dbsh.console;

import dev.dbsh.sql.Token;
import dev.dbsh.sql.Tokens;
import java.util.List;

/** Goes through the commands and statements of a text, one after the other, and tells where each of them ends. */
final class Units {
    private final String text;
    private List<Token> tokens = List.of();
    private int offset;
    private int next;
    private int end;

    Units(String text) {
        this.text = text;
        cutFrom(0);
    }

    private void cutFrom(int position) {
        offset = position;
        tokens = Tokens.of(text.substring(position), true);
        next = 0;
        skipSemicolons();
    }

    private void skipSemicolons() {
        while (hasNext() && tokens.get(next).isSymbol(";")) {
            next++;
        }
    }

    boolean hasNext() {
        return next < tokens.size();
    }

    /** Where the next one begins, behind white space and comments. */
    int start() {
        return offset + tokens.get(next).start();
    }

    /** Where the last one ended. */
    int end() {
        return end;
    }

    /** Where the next one ends if it is a line. */
    int endOfLine() {
        int newline = text.indexOf('\n', start());
        return newline < 0 ? text.length() : newline;
    }

    /** Where the next one ends if it is a statement: before its semicolon. */
    int endOfStatement() {
        int at = next;
        while (at < tokens.size() && !tokens.get(at).isSymbol(";")) {
            at++;
        }
        return at == tokens.size() ? text.length() : offset + tokens.get(at).start();
    }

    /** Goes on behind the next one, which ends there. */
    void goOn(int position) {
        while (hasNext() && offset + tokens.get(next).end() <= position) {
            next++;
        }
        end = Math.min(text.length(), position + 1);
        if (hasNext() && start() < position) {
            // A quote that means nothing in a command has hidden what follows.
            cutFrom(end);
        } else {
            skipSemicolons();
        }
    }
}
