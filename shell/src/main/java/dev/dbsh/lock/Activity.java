package dev.dbsh.lock;

import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.Row;
import dev.dbsh.report.Column;
import dev.dbsh.report.Meaning;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a session does now.
 *
 * @param queryAge since its last statement began
 * @param stateAge since it is in its state
 * @param written whether its transaction has changed something so far; null when that is hidden
 * @param blockedBy the nearest of those that it waits for
 */
record Activity(
        ServerProcess process,
        Backend backend,
        @Nullable String waitEvent,
        @Nullable Duration queryAge,
        @Nullable Duration stateAge,
        @Nullable Boolean written,
        List<String> blockedBy) {

    static final List<Column<Activity>> COLUMNS = List.of(
            Column.text("pid", Activity::pid),
            Column.text("user", session -> readable(session.backend().user())),
            Column.<Activity>text("application", session -> session.backend().application())
                    .asSpare(),
            Column.<Activity>text("client", session -> session.backend().client())
                    .asDetail(),
            Column.<Activity>text(
                            "database", session -> readable(session.backend().database()))
                    .asDetail(),
            Column.<Activity>text("state", session -> session.backend().state())
                    .meaning(session -> session.backend().hidden() ? Meaning.WARNING : Meaning.PLAIN),
            Column.<Activity>text("backend_type", session -> session.backend().kind())
                    .asDetail(),
            Column.<Activity>text("wait_event", Activity::waitEvent).asDetail(),
            Column.number("xact_age_seconds", session -> session.backend().transactionAge()),
            Column.<Activity>number("query_age_seconds", Activity::queryAge).asSpare(),
            Column.<Activity>number("state_age_seconds", Activity::stateAge).asSpare(),
            Column.<Activity>text("has_written", Activity::written).asSpare(),
            Column.text("blocked_by", Activity::blockedBy),
            Column.<Activity>text(
                            "query",
                            session -> Entry.shortened(session.backend().query()))
                    .asSpare());

    static Activity of(Row row) throws SQLException {
        Backend backend = Backend.of(row);
        return new Activity(
                ServerProcess.of(row),
                backend,
                row.textOrNull("wait_event"),
                age(row, "query_age"),
                age(row, "state_age"),
                backend.hidden() ? null : row.flag("written"),
                List.of());
    }

    private static @Nullable Duration age(Row row, String column) throws SQLException {
        Long millis = row.numberOrNull(column);
        return millis == null ? null : Duration.ofMillis(Math.max(0, millis));
    }

    private static @Nullable String readable(@Nullable String name) {
        return name == null ? null : Identifier.readable(name);
    }

    Activity blockedBy(List<String> blockers) {
        return new Activity(process, backend, waitEvent, queryAge, stateAge, written, blockers);
    }

    int pid() {
        return process.pid();
    }

    boolean isIdle() {
        return "idle".equals(backend.state());
    }

    /** True when there is a statement that could be cancelled. */
    boolean isRunning() {
        return "active".equals(backend.state()) || "fastpath function call".equals(backend.state());
    }

    boolean isIdleInTransaction() {
        return backend.isIdle() && !isIdle();
    }

    boolean isInTransaction() {
        return backend.transactionAge() != null;
    }

    /** The age of its transaction, or of its state when it is in none. */
    @Nullable
    Duration age() {
        Duration transaction = backend.transactionAge();
        return transaction == null ? stateAge : transaction;
    }
}
