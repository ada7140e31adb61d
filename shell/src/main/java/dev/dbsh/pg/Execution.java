package dev.dbsh.pg;

import dev.dbsh.report.Failure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;

/** Runs one statement that a person typed: one message, text transfer, rows in portions. */
final class Execution {
    private static final int ROWS_PER_PORTION = 500;

    private final Link link;
    private final Connection connection;

    Execution(Link link) {
        this.link = link;
        this.connection = link.connection();
    }

    /** How the statement is to be run when no transaction is open. */
    enum Mode {
        /** In a transaction of its own that reads in portions and may not write. */
        READ_ONLY,
        /** In a transaction of its own that reads in portions. */
        PORTIONS,
        /** As it is: its own transaction is the server's business. */
        PLAIN
    }

    /** Runs the statement; answers the number of rows that it returned or touched, or -1 when it counts none. */
    long run(String sql, Mode mode, Results results) throws SQLException {
        boolean own = link.transaction() == TransactionState.NONE;
        if (own) {
            // Outside a transaction this only sets a flag; inside one it would commit.
            connection.setAutoCommit(mode == Mode.PLAIN);
            if (mode != Mode.PLAIN) {
                connection.setReadOnly(mode == Mode.READ_ONLY);
            }
        } else {
            connection.setAutoCommit(false);
        }
        try {
            long count = send(sql, results);
            if (own && mode != Mode.PLAIN) {
                connection.commit();
            }
            return count;
        } catch (SQLException e) {
            if (own && mode != Mode.PLAIN && !link.isClosed()) {
                connection.rollback();
            }
            throw e;
        } finally {
            settle();
        }
    }

    private void settle() throws SQLException {
        if (!link.isClosed() && link.transaction() == TransactionState.NONE) {
            connection.setAutoCommit(true);
            connection.setReadOnly(false);
        }
    }

    private long send(String sql, Results results) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setFetchSize(ROWS_PER_PORTION);
            link.running(statement);
            boolean isResult = statement.execute(sql);
            notices(statement, results);
            long count = isResult ? rows(statement, results) : statement.getLargeUpdateCount();
            notices(statement, results);
            return count;
        } finally {
            link.running(null);
        }
    }

    private static long rows(Statement statement, Results results) throws SQLException {
        try (ResultSet result = statement.getResultSet()) {
            ResultSetMetaData shape = result.getMetaData();
            int width = shape.getColumnCount();
            List<ResultColumn> columns = new ArrayList<>(width);
            for (int i = 1; i <= width; i++) {
                columns.add(new ResultColumn(shape.getColumnLabel(i), shape.getColumnTypeName(i)));
            }
            results.columns(columns);
            long count = 0;
            while (result.next()) {
                List<@Nullable String> values = new ArrayList<>(width);
                for (int i = 1; i <= width; i++) {
                    values.add(result.getString(i));
                }
                results.row(values);
                count++;
            }
            return count;
        }
    }

    private static void notices(Statement statement, Results results) throws SQLException {
        for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
            results.notice(notice(warning));
        }
        statement.clearWarnings();
    }

    private static Failure notice(SQLWarning warning) {
        ServerErrorMessage server = warning instanceof PSQLWarning w ? w.getServerErrorMessage() : null;
        String message = warning.getMessage() == null ? "" : warning.getMessage();
        if (server == null) {
            return new Failure(warning.getSQLState(), message, null, null, null, null);
        }
        return new Failure(
                warning.getSQLState(), message, server.getDetail(), server.getHint(), null, server.getSeverity());
    }
}
