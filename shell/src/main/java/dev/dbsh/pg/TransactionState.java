package dev.dbsh.pg;

/** Where the session stands, as the server's last answer said. */
public enum TransactionState {
    NONE,
    OPEN,
    /** An error ended it; only a rollback is possible. */
    FAILED
}
