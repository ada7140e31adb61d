package dev.dbsh.lock;

import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Row;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lock that a session waits for.
 *
 * @param tag the server's key of the lock: the same for all who want or have it
 * @param object the thing that is locked, in words
 * @param table the relation that it is about; null when that is not known, or it is in another database
 * @param waited null before the server has noted it, and always before PostgreSQL 14
 * @param atMost how long its statement runs, and so the longest that it can wait; null when that is hidden
 * @param blockers pids that the server says are in the way; 0 for a prepared transaction
 * @param rowShared the first of them has only locked rows of the table, which others can do at the same time
 */
record Wait(
        String lockType,
        String mode,
        String tag,
        String object,
        @Nullable QualifiedName table,
        @Nullable Duration waited,
        @Nullable Duration atMost,
        List<Integer> blockers,
        boolean rowShared) {

    static @Nullable Wait of(Row row) throws SQLException {
        String lockType = row.textOrNull("locktype");
        if (lockType == null) {
            return null;
        }
        String schema = row.textOrNull("relation_schema");
        Long waited = row.numberOrNull("waited");
        return new Wait(
                lockType,
                row.text("mode"),
                row.text("tag"),
                LockedThing.words(lockType, row),
                schema == null ? null : new QualifiedName(schema, row.text("relation_name")),
                time(waited),
                time(row.numberOrNull("query_age")),
                row.texts("blockers").stream().map(Integer::valueOf).toList(),
                row.flag("locks_rows_only"));
    }

    private static @Nullable Duration time(@Nullable Long millis) {
        return millis == null ? null : Duration.ofMillis(Math.max(0, millis));
    }

    /** True when the lock belongs to a queue for one row: who leaves the queue lets the next one wait for the same. */
    boolean isTurnAtRow() {
        return lockType.equals("tuple");
    }

    /** True when the server tells a transaction only, and so not the table that it is about. */
    boolean mayBeAboutTable() {
        return lockType.equals("transactionid") || lockType.equals("spectoken") || lockType.equals("virtualxid");
    }

    boolean isAdvisory() {
        return lockType.equals("advisory");
    }
}
