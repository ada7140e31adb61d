package dev.dbsh.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What reaches out of a READ ONLY transaction: statements and functions that the server runs in one all the same. */
final class Effects {
    private static final Set<String> STATEMENTS = Set.of(
            "ANALYZE", "ANALYSE", "CALL", "CHECKPOINT", "CLUSTER", "DO", "LOAD", "LOCK", "NOTIFY", "REINDEX", "VACUUM");

    private static final Set<String> FUNCTIONS = Set.of(
            "DBLINK",
            "DBLINK_EXEC",
            "DBLINK_SEND_QUERY",
            "PG_BACKUP_START",
            "PG_BACKUP_STOP",
            "PG_CANCEL_BACKEND",
            "PG_COPY_LOGICAL_REPLICATION_SLOT",
            "PG_COPY_PHYSICAL_REPLICATION_SLOT",
            "PG_CREATE_LOGICAL_REPLICATION_SLOT",
            "PG_CREATE_PHYSICAL_REPLICATION_SLOT",
            "PG_CREATE_RESTORE_POINT",
            "PG_DROP_REPLICATION_SLOT",
            "PG_EXPORT_SNAPSHOT",
            "PG_FILE_RENAME",
            "PG_FILE_SYNC",
            "PG_FILE_UNLINK",
            "PG_FILE_WRITE",
            "PG_LOG_BACKEND_MEMORY_CONTEXTS",
            "PG_LOGICAL_EMIT_MESSAGE",
            "PG_LOGICAL_SLOT_GET_CHANGES",
            "PG_LOGICAL_SLOT_GET_BINARY_CHANGES",
            "PG_NOTIFY",
            "PG_PROMOTE",
            "PG_RELOAD_CONF",
            "PG_REPLICATION_SLOT_ADVANCE",
            "PG_ROTATE_LOGFILE",
            "PG_START_BACKUP",
            "PG_STAT_RESET",
            "PG_STAT_RESET_SHARED",
            "PG_STAT_RESET_SINGLE_TABLE_COUNTERS",
            "PG_STAT_RESET_SLRU",
            "PG_STAT_STATEMENTS_RESET",
            "PG_STOP_BACKUP",
            "PG_SWITCH_WAL",
            "PG_TERMINATE_BACKEND",
            "PG_WAL_REPLAY_PAUSE",
            "PG_WAL_REPLAY_RESUME");

    private Effects() {}

    /** What in the statement has an effect, as it is called; empty when nothing known has. */
    static Optional<String> of(List<String> words) {
        String first = words.get(0);
        if (STATEMENTS.contains(first)) {
            return Optional.of(first);
        }
        if (first.equals("COPY") && !words.contains("STDOUT")) {
            return Optional.of(first);
        }
        for (String word : words) {
            if (FUNCTIONS.contains(word) || isAdvisoryLock(word) || isLargeObject(word)) {
                return Optional.of(word.toLowerCase(Locale.ROOT));
            }
        }
        return Optional.empty();
    }

    static boolean takesAdvisoryLock(List<String> words) {
        return words.stream().anyMatch(Effects::isAdvisoryLock);
    }

    private static boolean isAdvisoryLock(String word) {
        return word.startsWith("PG_ADVISORY_") || word.startsWith("PG_TRY_ADVISORY_");
    }

    private static boolean isLargeObject(String word) {
        return switch (word) {
            case "LO_CREATE", "LO_CREAT", "LO_IMPORT", "LO_EXPORT", "LO_UNLINK", "LO_PUT", "LO_FROM_BYTEA", "LOWRITE" ->
                true;
            default -> false;
        };
    }
}
