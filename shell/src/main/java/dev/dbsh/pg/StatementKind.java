package dev.dbsh.pg;

/** What a typed statement is about, as far as it decides how the statement is sent. */
public enum StatementKind {
    /** Returns rows and may run in a transaction block: read in portions. */
    QUERY,
    /** Opens a transaction: sent as it is, and kept read-only where the session is. */
    BEGIN,
    /** Ends a transaction and keeps what it did: when its answer is lost, so is the outcome. */
    COMMIT,
    /** Changes the session or its transaction: sent as it is. */
    SESSION,
    /** Everything else, and everything unknown: a write. */
    OTHER
}
