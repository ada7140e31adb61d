package dev.dbsh.pg;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** How far a transaction has come when its connection is lost: what it has written, and whether its COMMIT was sent. */
final class CommitPoint {
    private static final Sql WRITTEN = Sql.of(CommitPoint.class, "written.sql");

    private boolean passed;
    private @Nullable Written written;

    /** To be called in the open transaction, right before its COMMIT is sent. */
    void pass(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(WRITTEN.text())) {
            written = row.next() && row.getString("xid") != null ? Written.read(row) : null;
        }
        passed = true;
    }

    /** True once a COMMIT may have reached the server. */
    boolean isPassed() {
        return passed;
    }

    /** Null when the transaction had written nothing by then. */
    @Nullable
    Written written() {
        return written;
    }
}
