package dev.dbsh.lock;

import dev.dbsh.pg.Row;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The process of a session, for whoever wants to signal it: its pid may be another one's a moment later.
 *
 * @param started when it was started, in microseconds since 1970; null when that is hidden
 * @param queryStarted the same for what it runs, or has run last
 * @param leader whose parallel worker it is; null for none's
 * @param own true for one that works for whoever asks
 * @param mayEnd whether the role that asks may signal it
 * @param ofSuperuser true when only a superuser may
 * @param locks how many it has; counted only where the process was asked for by name
 */
record ServerProcess(
        int pid,
        @Nullable Long started,
        @Nullable Long queryStarted,
        @Nullable Integer leader,
        boolean own,
        boolean mayEnd,
        boolean ofSuperuser,
        long locks) {

    static ServerProcess of(Row row) throws SQLException {
        int pid = (int) row.number("pid");
        Long leader = row.numberOrNull("leader");
        return new ServerProcess(
                pid,
                row.numberOrNull("started"),
                row.numberOrNull("query_started"),
                leader == null || leader == pid ? null : (Integer) leader.intValue(),
                row.flag("own"),
                row.flag("may_end"),
                row.flag("of_superuser"),
                row.number("locks"));
    }

    /** True when that is certainly the same process. */
    boolean is(ServerProcess other) {
        return pid == other.pid && started != null && started.equals(other.started);
    }

    /** True when it runs, or has run last, the same statement. */
    boolean runsAs(ServerProcess other) {
        return queryStarted != null && queryStarted.equals(other.queryStarted);
    }
}
