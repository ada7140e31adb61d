package dev.dbsh.pg;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements of ours in one round trip: prologue, statement and end travel together. In a transaction of the
 * operator's the guards live in a savepoint that is always rolled back, so that no setting of ours outlives it.
 */
final class GuardedRead {
    private final Link link;

    GuardedRead(Link link) {
        this.link = link;
    }

    /** Runs a text that sets its guards itself. */
    <T> List<T> list(String sql, Row.Reader<T> reader, @Nullable Object... arguments) {
        TransactionState state = link.transaction();
        if (state == TransactionState.FAILED) {
            throw link.failure(
                    new SQLException("the transaction has failed: nothing can be read before its rollback", "25P02"));
        }
        boolean inTransaction = state == TransactionState.OPEN;
        try (PreparedStatement statement = link.connection().prepareStatement(guarded(sql, inTransaction))) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return rows(statement, reader);
        } catch (SQLException e) {
            undo(inTransaction, e);
            throw link.failure(e);
        }
    }

    // Behind a pooler without a block: one in statement mode gives the server up over a block that has failed.
    private String guarded(String sql, boolean inTransaction) {
        if (inTransaction) {
            return "savepoint dbsh_read;" + sql + "; rollback to savepoint dbsh_read; release savepoint dbsh_read";
        }
        return link.server().isPooled() ? "set transaction read only;" + sql : "begin read only;" + sql + "; commit";
    }

    private static <T> List<T> rows(PreparedStatement statement, Row.Reader<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        boolean isResult = statement.execute();
        while (isResult || statement.getUpdateCount() >= 0) {
            if (isResult) {
                ResultSet result = statement.getResultSet();
                Row row = new Row(result);
                while (result.next()) {
                    rows.add(reader.read(row));
                }
            }
            isResult = statement.getMoreResults();
        }
        return rows;
    }

    private void undo(boolean inTransaction, SQLException cause) {
        try {
            link.rollBack(inTransaction ? "rollback to savepoint dbsh_read" : "rollback");
        } catch (SQLException | SqlFailure e) {
            cause.addSuppressed(e);
        }
    }
}
