package dev.dbsh.sql.classify;

/** What a statement changes, from nothing to what no ROLLBACK brings back. Of several the last one here counts. */
public enum Effect {
    READS("reads"),
    /** Settings, prepared statements, cursors: what ends with the session. */
    SESSION("changes the session"),
    /** Where the transaction begins and ends, and how it runs. */
    TRANSACTION("changes the transaction"),
    /** Rows, large objects, what others are told at COMMIT; also everything that nobody can know. */
    WRITES("writes"),
    /** Definitions. */
    DDL("changes definitions"),
    /** No row and no definition, but the server, its files or who has to wait. */
    ADMIN("acts on the server"),
    /** Reaches out of the transaction: a ROLLBACK does not undo it. */
    OUTSIDE("is not undone by ROLLBACK");

    private final String words;

    Effect(String words) {
        this.words = words;
    }

    /** As it goes on a sentence that begins with the name of the statement. */
    public String words() {
        return words;
    }
}
