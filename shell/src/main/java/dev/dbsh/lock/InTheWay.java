package dev.dbsh.lock;

import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Row;
import dev.dbsh.report.Column;
import dev.dbsh.sql.classify.LockLevel;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lock on a relation, of somebody else than whoever wants one.
 *
 * @param wants the lock that is wanted
 * @param pid null for a prepared transaction
 * @param granted false for one that is waited for
 */
record InTheWay(
        QualifiedName relation,
        LockLevel wants,
        @Nullable Integer pid,
        @Nullable String gid,
        String mode,
        boolean granted,
        @Nullable String user,
        @Nullable String application,
        @Nullable String state,
        @Nullable Duration transactionAge,
        @Nullable String query) {

    static final List<Column<InTheWay>> COLUMNS = List.of(
            Column.text("relation", lock -> lock.relation().toString()),
            Column.<InTheWay>text("wants", lock -> lock.wants().words()).asSpare(),
            Column.text("pid", lock -> lock.pid() == null ? "prepared:" + lock.gid() : lock.pid()),
            Column.text("mode", InTheWay::mode),
            Column.text("granted", InTheWay::granted),
            Column.<InTheWay>text("user", InTheWay::user).asSpare(),
            Column.text("application", InTheWay::application),
            Column.text("state", InTheWay::state),
            Column.number("xact_age_seconds", InTheWay::transactionAge),
            Column.<InTheWay>text("query", lock -> Entry.shortened(lock.query()))
                    .asSpare());

    static InTheWay of(Row row, LockLevel wants, QualifiedName relation) throws SQLException {
        Long pid = row.numberOrNull("pid");
        Backend backend = Backend.of(row);
        return new InTheWay(
                relation,
                wants,
                pid == null ? null : (Integer) pid.intValue(),
                row.textOrNull("gid"),
                row.text("mode"),
                row.flag("granted"),
                backend.user(),
                backend.application(),
                pid == null ? "prepared" : backend.state(),
                backend.transactionAge(),
                backend.query());
    }

    /** True when whoever wants a lock in that mode waits for this one; an unknown mode counts as if it were. */
    boolean isInTheWayOf(LockMode wanted) {
        return LockMode.find(mode).map(wanted::excludes).orElse(true);
    }
}
