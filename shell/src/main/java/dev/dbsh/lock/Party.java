package dev.dbsh.lock;

import dev.dbsh.pg.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session, with its parallel workers, or a prepared transaction that takes part in the waiting.
 *
 * @param pid null for a prepared transaction
 * @param gid null for a session
 * @param own true for the session that asks
 * @param mayEnd whether the role that asks may stop or end it
 * @param waitsFor null when it waits for nothing
 * @param index what CREATE INDEX is building, not valid before it is done
 * @param held its locks, asked for when all sessions are shown
 * @param tags the waited for locks of a prepared transaction with their modes
 */
record Party(
        @Nullable Integer pid,
        @Nullable String gid,
        boolean own,
        boolean mayEnd,
        int workers,
        @Nullable Wait waitsFor,
        Backend backend,
        @Nullable String index,
        List<String> held,
        List<String> tags) {

    /** A row, and the leader of the parallel group that it belongs to. */
    record Member(Party party, @Nullable Long leader) {
        static Member of(Row row) throws SQLException {
            return new Member(Party.of(row), row.numberOrNull("leader"));
        }
    }

    private static Party of(Row row) throws SQLException {
        Long pid = row.numberOrNull("pid");
        return new Party(
                pid == null ? null : pid.intValue(),
                row.textOrNull("gid"),
                row.flag("own"),
                row.flag("may_end"),
                (int) row.number("workers"),
                Wait.of(row),
                Backend.of(row),
                row.textOrNull("index_name"),
                row.texts("held"),
                row.texts("tags"));
    }

    /** One that the server names as a blocker and that is gone from its list of sessions. */
    static Party unseen(int pid) {
        return new Party(pid, null, false, false, 0, null, Backend.UNKNOWN, null, List.of(), List.of());
    }

    Party waitingFor(@Nullable Wait other) {
        return new Party(pid, gid, own, mayEnd, workers, other, backend, index, held, tags);
    }

    /** As it is named as a blocker: a pid, or {@code prepared:GID}. */
    String name() {
        return pid == null ? "prepared:" + gid : pid.toString();
    }

    boolean isPrepared() {
        return pid == null;
    }

    /** True when this prepared transaction has the lock in a mode that keeps the other one waiting. */
    boolean isInTheWayOf(Wait wait) {
        Optional<LockMode> wanted = LockMode.find(wait.mode());
        for (String each : tags) {
            int blank = each.lastIndexOf(' ');
            Optional<LockMode> mode = LockMode.find(each.substring(blank + 1));
            if (each.substring(0, blank).equals(wait.tag())
                    && (wanted.isEmpty() || mode.isEmpty() || wanted.get().excludes(mode.get()))) {
                return true;
            }
        }
        return false;
    }
}
