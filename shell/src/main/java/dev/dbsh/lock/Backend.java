package dev.dbsh.lock;

import dev.dbsh.pg.Row;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a session is and does, as far as the role may know.
 *
 * @param kind the server's backend_type
 * @param client the address; null for a socket of the server's machine
 * @param hidden true when the server tells only who has a right to it
 */
record Backend(
        @Nullable String state,
        @Nullable String kind,
        @Nullable String user,
        @Nullable String application,
        @Nullable String client,
        @Nullable String database,
        @Nullable Duration transactionAge,
        @Nullable String query,
        boolean hidden) {

    static final Backend UNKNOWN = new Backend(null, null, null, null, null, null, null, null, true);

    static Backend of(Row row) throws SQLException {
        Long age = row.numberOrNull("transaction_age");
        return new Backend(
                row.textOrNull("state"),
                row.textOrNull("backend_type"),
                row.textOrNull("user_name"),
                row.textOrNull("application_name"),
                row.textOrNull("client"),
                row.textOrNull("database"),
                age == null ? null : Duration.ofMillis(Math.max(0, age)),
                row.textOrNull("query"),
                row.flag("hidden"));
    }

    boolean isIdle() {
        return state != null && state.startsWith("idle");
    }

    boolean isClient() {
        return kind == null || kind.equals("client backend");
    }

    boolean isAutovacuum() {
        return "autovacuum worker".equals(kind);
    }

    boolean preventsWraparound() {
        return isAutovacuum() && query != null && query.endsWith("(to prevent wraparound)");
    }
}
