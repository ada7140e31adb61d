package dev.dbsh.console;

/** The word before the cursor: what Tab completes. Quotes belong to it, as in {@code public."Order Li}. */
final class TypedWord {
    private static final String SEPARATORS = "(),;=<>+*|[]";

    private TypedWord() {}

    /** Where the word that ends at the cursor begins; an open single quote is part of no name and begins a word. */
    static int start(String text, int cursor) {
        int start = 0;
        char quote = 0;
        for (int at = 0; at < cursor; at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"') {
                quote = c;
            } else if (c == '\'') {
                quote = c;
                start = at;
            } else if (Character.isWhitespace(c) || SEPARATORS.indexOf(c) >= 0) {
                start = at + 1;
            }
        }
        return start;
    }
}
