package dev.dbsh.sql;

/** Tells SQL from what else may stand between statements, by the line that it begins with. */
public interface FirstWords {
    /** For a text that has statements only. */
    FirstWords OF_SQL = line -> Meaning.STATEMENT;

    /** What begins with the line. */
    enum Meaning {
        STATEMENT,
        /** A command that ends with the line. */
        LINE,
        /** A remark: the line is passed over like a comment. */
        REMARK,
        /** A word that only says that a statement follows; it is passed over. */
        WORD,
        /** The rest of a long line decides: it is asked for again with all of it, and is a statement when that says no more. */
        UNSURE
    }

    /** @param line from the first character that is no white space or comment; of a long line the beginning */
    Meaning of(String line);
}
