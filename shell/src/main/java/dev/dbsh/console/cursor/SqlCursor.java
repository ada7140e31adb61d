package dev.dbsh.console.cursor;

/**
 * A cursor in SQL.
 *
 * @param start where what is being typed begins: a name with what qualifies it, or a string with its quote
 * @param typed the name as far as it is typed, without the quote of a string that it stands in
 * @param quoting what a name stands in
 * @param closes true when a string has to be closed behind the name; otherwise its quote is there already
 * @param called true when a bracket follows already
 * @param wanted what can stand there
 */
public record SqlCursor(int start, PartialName typed, Quoting quoting, boolean closes, boolean called, Wanted wanted) {

    /** What a name stands in. */
    public enum Quoting {
        NOTHING(""),
        STRING("'"),
        /** A string in which a backslash has a meaning. */
        ESCAPES("E'");

        private final String opening;

        Quoting(String opening) {
            this.opening = opening;
        }

        public String opening() {
            return opening;
        }
    }

    /** @param text from the beginning of the statement; more of them may follow */
    public static SqlCursor in(String text, int cursor) {
        return new CursorReader(text, cursor).read();
    }
}
