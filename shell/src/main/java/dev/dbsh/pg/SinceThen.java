package dev.dbsh.pg;

import dev.dbsh.pg.CommitOutcome.Word;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a server since one of its sessions was lost, and what its word on a transaction is therefore worth.
 *
 * <p>After a crash a server may give the number of a transaction a second time, when nothing that the first one wrote had
 * reached the disk; its word is then about the second one.
 *
 * @param processThere the lost session's own process has not ended
 * @param prepared the transaction waits for its COMMIT PREPARED
 * @param statistics when its statistics began: no earlier than the last crash, or when somebody reset them; microseconds
 *     since 1970
 * @param checkpoint when its last checkpoint began; whole seconds, in microseconds since 1970
 * @param checkpointPosition where that stands in the write-ahead log; after a crash, where the log ended
 * @param checkpointOffset the same from the beginning of its page
 * @param checkpointEndsLog the server wrote nothing else while it made the checkpoint, as when it recovers from a crash
 */
record SinceThen(
        boolean processThere,
        boolean prepared,
        long statistics,
        long checkpoint,
        long checkpointPosition,
        long checkpointOffset,
        boolean checkpointEndsLog) {
    private static final long SECOND = 1_000_000;

    /** Where a checkpoint stands behind the head of a page and the record that gives up what the page went on with. */
    private static final Set<Long> BEHIND_GIVEN_UP = Set.of(24L + 48, 40L + 48);

    /** The least that a COMMIT takes in the log. */
    private static final long COMMIT_BYTES = 40;

    static SinceThen read(Row row) throws SQLException {
        return new SinceThen(
                row.flag("process_there"),
                row.flag("prepared"),
                row.number("statistics_microseconds"),
                row.number("checkpoint_microseconds"),
                row.number("checkpoint_position"),
                row.number("checkpoint_offset"),
                row.flag("checkpoint_ends_log"));
    }

    /**
     * What is known of the transaction when the server says that of it.
     *
     * @param status as {@code pg_xact_status} has it; null when the server has forgotten the number
     */
    Word word(Written written, @Nullable String status) {
        if (status == null) {
            return Word.UNKNOWN;
        }
        return switch (status) {
            case "aborted" -> Word.NOT_COMMITTED;
            case "in progress" ->
                processThere || prepared || !mayHaveCrashed(written) ? Word.STILL_RUNNING : Word.NOT_COMMITTED;
            case "committed" -> committed(written);
            default -> Word.UNKNOWN;
        };
    }

    /** What is known of a transaction whose number the server has not given yet. */
    Word wordOnUnknownNumber(Written written) {
        return mayHaveCrashed(written) ? Word.NOT_COMMITTED : Word.UNKNOWN;
    }

    private Word committed(Written written) {
        // A server that answers has ended its recovery with a checkpoint.
        boolean recoveredSince = checkpoint + SECOND > written.microseconds();
        if (!mayHaveCrashed(written) || !recoveredSince) {
            return Word.COMMITTED;
        }
        // That checkpoint says how much of the log survived; a later one hides it.
        if (!checkpointEndsLog) {
            return Word.UNKNOWN;
        }
        return checkpointPosition < written.position() ? Word.NOT_COMMITTED : wordOnFirstCheckpoint(written);
    }

    // When the log breaks off within a record, it goes on at the page that was to hold the rest of it, beyond its end.
    private Word wordOnFirstCheckpoint(Written written) {
        boolean samePage = written.position() > checkpointPosition - checkpointOffset;
        if (!samePage || !BEHIND_GIVEN_UP.contains(checkpointOffset)) {
            return Word.COMMITTED;
        }
        boolean hadRoom = written.position() + COMMIT_BYTES <= checkpointPosition;
        return hadRoom ? Word.UNKNOWN : Word.NOT_COMMITTED;
    }

    private boolean mayHaveCrashed(Written written) {
        return statistics > written.microseconds();
    }
}
