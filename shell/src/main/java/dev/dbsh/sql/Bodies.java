package dev.dbsh.sql;

/**
 * Counts the bodies of routines, whose semicolons end nothing. It counts as psql does: {@code BEGIN} and {@code END} in
 * what begins like the definition of a function or procedure, and {@code CASE}, which has the same end, inside of one.
 */
final class Bodies {
    private static final int BEGINNING = 4;
    private static final String[] DEFINITION = {"create", "or", "replace", "function", "procedure"};

    /** The first letters of those words that make a definition, and 0 for other words. */
    private final char[] beginning = new char[BEGINNING];

    private int words;
    private int depth;

    void reset() {
        begin();
        depth = 0;
    }

    /** Takes what follows for the beginning of a statement, without leaving the body. */
    void begin() {
        words = 0;
    }

    boolean isOutside() {
        return depth == 0;
    }

    void word(byte[] text, int from, int to, boolean inParentheses) {
        if (words < BEGINNING) {
            beginning[words] = letter(text, from, to);
        }
        words++;
        if (!inParentheses && isDefinition()) {
            count(text, from, to);
        }
    }

    private static char letter(byte[] text, int from, int to) {
        for (String word : DEFINITION) {
            if (Ascii.isWord(text, from, to, word)) {
                return word.charAt(0);
            }
        }
        return 0;
    }

    private boolean isDefinition() {
        if (beginning[0] != 'c' || words < 2) {
            return false;
        }
        return isRoutine(1) || (words >= BEGINNING && beginning[1] == 'o' && beginning[2] == 'r' && isRoutine(3));
    }

    private boolean isRoutine(int word) {
        return beginning[word] == 'f' || beginning[word] == 'p';
    }

    private void count(byte[] text, int from, int to) {
        if (Ascii.isWord(text, from, to, "begin")) {
            depth++;
        } else if (depth > 0 && Ascii.isWord(text, from, to, "case")) {
            depth++;
        } else if (depth > 0 && Ascii.isWord(text, from, to, "end")) {
            depth--;
        }
    }
}
