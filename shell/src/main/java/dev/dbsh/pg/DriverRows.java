package dev.dbsh.pg;

import dev.dbsh.pg.wire.ResultColumn;
import dev.dbsh.report.Failure;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgResultSet;

/**
 * Reads a result through the driver, which holds a portion of it at a time. Only for a connection whose messages cannot
 * be read on their way, because Kerberos encrypts them.
 */
final class DriverRows {
    private static final int PORTION = 50;

    private final Statement statement;

    DriverRows(Statement statement) {
        this.statement = statement;
    }

    long run(String sql, Results results) throws SQLException {
        statement.setFetchSize(PORTION);
        boolean isResult = statement.execute(sql);
        long count = isResult ? rows(results) : statement.getLargeUpdateCount();
        notices(results);
        return count;
    }

    private long rows(Results results) throws SQLException {
        try (ResultSet result = statement.getResultSet()) {
            int width = columns(result, results);
            long count = 0;
            while (result.next()) {
                List<@Nullable String> values = new ArrayList<>(width);
                for (int i = 1; i <= width; i++) {
                    values.add(result.getString(i));
                }
                results.row(values::get);
                count++;
            }
            return count;
        }
    }

    // By its number and not by the driver's name for it: for a column of type serial that costs a query of its own.
    private static int columns(ResultSet result, Results results) throws SQLException {
        ResultSetMetaData shape = result.getMetaData();
        PgResultSet known = result.unwrap(PgResultSet.class);
        List<ResultColumn> columns = new ArrayList<>(shape.getColumnCount());
        for (int i = 1; i <= shape.getColumnCount(); i++) {
            columns.add(new ResultColumn(shape.getColumnLabel(i), known.getColumnOID(i)));
        }
        results.columns(columns);
        return columns.size();
    }

    private void notices(Results results) throws SQLException {
        for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
            String message = warning.getMessage() == null ? "" : warning.getMessage();
            results.notice(new Failure(warning.getSQLState(), message, null, null, null, null));
        }
    }
}
