package dev.dbsh.pg.connect;

import org.jspecify.annotations.Nullable;

/**
 * Why one attempt to connect failed.
 *
 * @param message the server's words when it said anything, untouched
 * @param detail what the server added to it
 * @param hint what to do
 */
public record Trouble(
        Kind kind,
        String sqlState,
        String message,
        @Nullable String detail,
        String hint) {
    /** What went wrong. */
    public enum Kind {
        UNKNOWN_HOST,
        REFUSED,
        UNREACHABLE,
        NO_SOCKET,
        TIMEOUT,
        CLOSED,
        NOT_POSTGRES,
        PASSWORD_NEEDED,
        WRONG_PASSWORD,
        WRONG_IDENTITY,
        UNKNOWN_ROLE,
        UNKNOWN_DATABASE,
        NO_PRIVILEGE,
        NO_ENTRY,
        TOO_MANY_CONNECTIONS,
        NOT_READY,
        SHUTTING_DOWN,
        TLS_REFUSED,
        TLS_HOST_NAME,
        TLS_UNTRUSTED,
        TLS_FAILED,
        AUTHENTICATION_REFUSED,
        NOT_SUITABLE,
        POOLER,
        STOPPED,
        OTHER
    }
}
