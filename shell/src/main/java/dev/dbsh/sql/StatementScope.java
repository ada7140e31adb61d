package dev.dbsh.sql;

/** Tells from the tokens of a statement whether a semicolon ends it, and what comes behind it. */
final class StatementScope {
    private enum Copy {
        /** No word yet. */
        UNKNOWN,
        /** Another statement. */
        NONE,
        /** A COPY, before its FROM. */
        COPY,
        /** Directly behind FROM. */
        FROM
    }

    private final Bodies bodies = new Bodies();
    private int parentheses;
    private boolean colon;
    private Copy copy = Copy.UNKNOWN;
    private int copies;

    void reset() {
        bodies.reset();
        parentheses = 0;
        copy = Copy.UNKNOWN;
        copies = 0;
        colon = false;
    }

    /** Takes what follows for another statement that is sent together with the one before. */
    void join() {
        bodies.begin();
        copy = Copy.UNKNOWN;
    }

    /** Takes white space or a comment. */
    void gap() {
        colon = false;
    }

    boolean isInParentheses() {
        return parentheses > 0;
    }

    /** True when a semicolon here ends the statement. */
    boolean isWhole() {
        return parentheses == 0 && bodies.isOutside();
    }

    /** How many of the statements joined here read data from behind them. */
    int copies() {
        return copies;
    }

    void take(Lexeme lexeme, byte[] text, int from, int to) {
        if (lexeme == Lexeme.WORD) {
            word(text, from, to);
            return;
        }
        if (copy != Copy.NONE) {
            copy = copy == Copy.UNKNOWN ? Copy.NONE : Copy.COPY;
        }
        colon = false;
        if (lexeme == Lexeme.SYMBOL && to == from + 1) {
            sign(text[from]);
        }
    }

    private void sign(byte c) {
        if (c == '(') {
            parentheses++;
        } else if (c == ')' && parentheses > 0) {
            parentheses--;
        } else if (c == ':') {
            colon = true;
        }
    }

    private void word(byte[] text, int from, int to) {
        // To psql a colon makes the word a variable, and no word of the statement.
        if (colon) {
            colon = false;
            return;
        }
        bodies.word(text, from, to, isInParentheses());
        if (copy != Copy.NONE) {
            copy(text, from, to);
        }
    }

    private void copy(byte[] text, int from, int to) {
        if (copy == Copy.UNKNOWN) {
            copy = Ascii.isWord(text, from, to, "copy") ? Copy.COPY : Copy.NONE;
            return;
        }
        boolean standard = Ascii.isWord(text, from, to, "stdin") || Ascii.isWord(text, from, to, "stdout");
        if (copy == Copy.FROM && standard) {
            copies++;
        }
        boolean isFrom = !isInParentheses() && Ascii.isWord(text, from, to, "from");
        copy = isFrom ? Copy.FROM : Copy.COPY;
    }
}
