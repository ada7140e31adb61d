package dev.dbsh.pg;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Which server and database a session is in, whatever the way there was.
 *
 * @param system made up when the cluster was initialised; copies of it have the same
 * @param database the database's oid
 * @param timeline changes when a standby or a restored copy becomes a primary; null on a standby
 * @param backendStarted when the session's own process was started, in microseconds since 1970 by the server's clock
 */
record Identity(String system, long database, @Nullable String timeline, long backendStarted) {

    static Identity read(Row row) throws SQLException {
        return new Identity(
                row.text("system_identifier"),
                row.number("database_oid"),
                row.textOrNull("timeline"),
                row.number("backend_started"));
    }
}
