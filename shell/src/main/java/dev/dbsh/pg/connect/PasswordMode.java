package dev.dbsh.pg.connect;

/** When the operator is asked for a password. */
public enum PasswordMode {
    WHEN_NEEDED,
    /** {@code -w} */
    NEVER,
    /** {@code -W} */
    ALWAYS
}
