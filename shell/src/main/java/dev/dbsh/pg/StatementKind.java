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
    /** A write that may run in a transaction block: run in one, so that it is known what became of it. */
    OTHER,
    /** Everything else, and everything unknown: it cannot run in a block, or ends transactions itself. */
    ALONE
}
