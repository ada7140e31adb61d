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
import org.postgresql.jdbc.PgResultSet;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;

/** Runs one statement that a person typed: one message, text transfer, rows in portions. */
final class Execution {
    private static final String XID = "select pg_catalog.pg_current_xact_id_if_assigned() is not null";

    private final Link link;
    private final Connection connection;
    private boolean wrote;
    private boolean undecided;

    Execution(Link link) {
        this.link = link;
        this.connection = link.connection();
    }

    /** True once something was sent whose answer decides whether a change is kept. */
    boolean undecided() {
        return undecided;
    }

    /** True when the statement, or the transaction that it is part of, has written something. */
    boolean wrote() {
        return wrote;
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
        link.checkOneStatement(sql);
        boolean own = link.transaction() == TransactionState.NONE;
        if (!own) {
            connection.setAutoCommit(false);
            long count = send(sql, results);
            askWhetherItWrote(mode);
            settle();
            return count;
        }
        // Outside a transaction this only sets a flag; inside one it would commit.
        connection.setAutoCommit(mode == Mode.PLAIN);
        return mode == Mode.PLAIN ? plain(sql, results) : inTransaction(sql, mode, results);
    }

    private long plain(String sql, Results results) throws SQLException {
        long count = send(sql, results);
        wrote = true;
        return count;
    }

    private long inTransaction(String sql, Mode mode, Results results) throws SQLException {
        connection.setReadOnly(mode == Mode.READ_ONLY);
        try {
            if (!link.localSettings().isEmpty()) {
                link.execute(link.localSettings());
            }
            long count = send(sql, results);
            askWhetherItWrote(mode);
            undecided = wrote;
            connection.commit();
            return count;
        } catch (SQLException e) {
            if (!link.isClosed()) {
                connection.rollback();
            }
            throw e;
        } finally {
            settle();
        }
    }

    // What a function in a SELECT did is known to the server alone.
    private void askWhetherItWrote(Mode mode) throws SQLException {
        if (mode == Mode.READ_ONLY || link.transaction() != TransactionState.OPEN) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(XID)) {
            wrote = result.next() && result.getBoolean(1);
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
            statement.setFetchSize(Portion.FIRST);
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
            List<ResultColumn> columns = columns(result);
            results.columns(columns);
            Portion portion = new Portion();
            while (result.next()) {
                List<@Nullable String> values = new ArrayList<>(columns.size());
                for (int i = 1; i <= columns.size(); i++) {
                    String value = result.getString(i);
                    values.add(value);
                    portion.add(value);
                }
                results.row(values);
                if (portion.endRow()) {
                    result.setFetchSize(portion.size());
                }
            }
            return portion.rows();
        }
    }

    // By its number and not by the driver's name for it: for a column of type serial that costs a query of its own.
    private static List<ResultColumn> columns(ResultSet result) throws SQLException {
        ResultSetMetaData shape = result.getMetaData();
        PgResultSet known = result.unwrap(PgResultSet.class);
        List<ResultColumn> columns = new ArrayList<>(shape.getColumnCount());
        for (int i = 1; i <= shape.getColumnCount(); i++) {
            columns.add(new ResultColumn(shape.getColumnLabel(i), known.getColumnOID(i)));
        }
        return columns;
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
