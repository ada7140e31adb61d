package dev.dbsh.pg;

import dev.dbsh.pg.wire.ServerStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;

/**
 * Where the server's last answer left the session. The driver learns what is answered past it no sooner than with its next
 * statement, so it is asked only where the messages cannot be read.
 */
record LastAnswer(ServerStream messages, BaseConnection driver) {

    private static final Set<String> READABLE = Set.of("UTF8", "SQL_ASCII");

    /** Of a lost connection, where it was lost. */
    TransactionState transaction() {
        if (messages.isReadable()) {
            return switch (messages.status()) {
                case 'T' -> TransactionState.OPEN;
                case 'E' -> TransactionState.FAILED;
                default -> TransactionState.NONE;
            };
        }
        return switch (driver.getTransactionState()) {
            case IDLE -> TransactionState.NONE;
            case OPEN -> TransactionState.OPEN;
            case FAILED -> TransactionState.FAILED;
        };
    }

    /** True when a setting that the server reports is off. */
    boolean isOff(String name) {
        return "off".equals(setting(name));
    }

    /** The encoding that text comes in when it is not the one that it is read in; null otherwise. */
    @Nullable
    String foreignEncoding() {
        String encoding = setting("client_encoding");
        return encoding == null || READABLE.contains(encoding) ? null : encoding;
    }

    private @Nullable String setting(String name) {
        return messages.isReadable() ? messages.setting(name) : driver.getParameterStatus(name);
    }
}
