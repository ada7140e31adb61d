package dev.dbsh.pg;

import dev.dbsh.pg.connect.Opened;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Parser;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** One live connection and what is known of its far end. Not shared between threads, but for {@link #cancel}. */
final class Link implements AutoCloseable {
    private final Opened opened;
    private final Connection connection;
    private final BaseConnection driver;
    private final String limits;
    private volatile Server server;
    private volatile @Nullable Statement running;
    private volatile boolean cancelled;

    private Link(Opened opened, BaseConnection driver, Server server, String limits) {
        this.opened = opened;
        this.connection = opened.connection();
        this.driver = driver;
        this.limits = limits;
        this.server = server;
    }

    /**
     * Asks the server what it is; one round trip. Guarded as every built-in statement is: the role's own search path
     * may begin with a schema where anybody can put an operator of his.
     */
    static Link over(Opened opened, Sql facts, String limits) throws SQLException {
        Connection connection = opened.connection();
        BaseConnection driver = connection.unwrap(BaseConnection.class);
        int driverPid = driver.getBackendPID();
        String guarded = "begin read only;" + Reads.CATALOG.settings() + facts.text() + "; commit";
        try (PreparedStatement statement = connection.prepareStatement(guarded)) {
            return new Link(
                    opened,
                    driver,
                    rows(statement, row -> server(row, driverPid)).get(0),
                    limits);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static Server server(Row row, int driverPid) throws SQLException {
        return new Server(
                new ServerVersion((int) row.number("version_number"), row.text("version_text")),
                row.text("database"),
                row.text("current_role_name"),
                row.text("login_role_name"),
                row.flag("superuser"),
                row.flag("standby"),
                row.flag("read_only"),
                driverPid,
                (int) row.number("backend_pid"),
                row.flag("stats_hidden"));
    }

    Opened opened() {
        return opened;
    }

    Server server() {
        return server;
    }

    /** What has to be set in each transaction, because the session's own settings do not hold; mostly empty. */
    String localSettings() {
        return server.isPooled() ? limits : "";
    }

    /**
     * Refuses a text in which the driver sees more statements than one: what it would send after the first was never
     * looked at.
     */
    void checkOneStatement(String sql) throws SQLException {
        int count = Parser.parseJdbcSql(sql, standardConformingStrings(), false, true, false, false)
                .size();
        if (count > 1) {
            throw new SQLException("this is not one statement but " + count + ": not sent", "42601");
        }
    }

    /** As the server's last answer said. */
    boolean standardConformingStrings() {
        return driver.getStandardConformingStrings();
    }

    /** True when a session that began read-only would no longer be so by default. */
    boolean isLifted() {
        return server.readOnly() && "off".equals(driver.getParameterStatus("default_transaction_read_only"));
    }

    /** Asks again what it is, after a statement that may have changed that. */
    void look(Sql facts) {
        int driverPid = server.driverPid();
        server = list(Reads.CATALOG, facts, row -> server(row, driverPid)).get(0);
    }

    Connection connection() {
        return connection;
    }

    /** Where the server's last answer left the session; of a lost connection, where it was lost. */
    TransactionState transaction() {
        return switch (driver.getTransactionState()) {
            case IDLE -> TransactionState.NONE;
            case OPEN -> TransactionState.OPEN;
            case FAILED -> TransactionState.FAILED;
        };
    }

    /**
     * Runs a built-in statement between its guards, in one round trip: prologue, statement and end travel together.
     * In a transaction of the operator's the guards live in a savepoint that is always rolled back, so that no setting
     * of ours outlives it.
     */
    <T> List<T> list(Reads reads, Sql sql, Row.Reader<T> reader, @Nullable Object... arguments) {
        boolean inTransaction = transaction() != TransactionState.NONE;
        String begin =
                inTransaction ? "savepoint dbsh_read;" + reads.settings() : "begin read only;" + reads.settings();
        String end = inTransaction ? "; rollback to savepoint dbsh_read; release savepoint dbsh_read" : "; commit";
        try (PreparedStatement statement = connection.prepareStatement(begin + sql.text() + end)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            running(statement);
            return rows(statement, reader);
        } catch (SQLException e) {
            undo(inTransaction, e);
            throw failure(e);
        } finally {
            running(null);
        }
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
            if (transaction() != TransactionState.NONE) {
                execute(inTransaction ? "rollback to savepoint dbsh_read" : "rollback");
            }
        } catch (SQLException | SqlFailure e) {
            cause.addSuppressed(e);
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            running = statement;
            statement.execute(sql);
        } finally {
            running = null;
        }
    }

    /** Says which statement a Ctrl-C is meant for; null when it has ended. */
    void running(@Nullable Statement statement) {
        if (statement != null) {
            cancelled = false;
        }
        running = statement;
    }

    /** Asks the server to stop the running statement; answers whether there was one. Safe from any thread. */
    boolean cancel() {
        Statement statement = running;
        if (statement == null) {
            return false;
        }
        cancelled = true;
        try {
            statement.cancel();
            return true;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Reads what the server has sent unasked: a goodbye fails. Does nothing while a statement runs. */
    void listen() {
        if (running != null) {
            return;
        }
        try {
            driver.getNotifications();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Drops the connection without a word to the server, which rolls back. */
    void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The failure as the rest of dbsh knows it. */
    SqlFailure failure(SQLException e) {
        return new SqlFailure(e, isLost(e), cancelled && "57014".equals(e.getSQLState()));
    }

    boolean isClosed() {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    // The driver does not yet count the connection of a terminated backend as closed.
    private boolean isLost(SQLException e) {
        return isSaidToBeLost(e) || isClosedQuietly();
    }

    // Not every error of class 08 ends the session: a statement with a zero byte is only refused.
    private static boolean isSaidToBeLost(SQLException e) {
        ServerErrorMessage server = e instanceof PSQLException answer ? answer.getServerErrorMessage() : null;
        String severity = server == null ? null : server.getSeverity();
        String state = e.getSQLState();
        if ("FATAL".equals(severity) || "PANIC".equals(severity)) {
            return true;
        }
        return state != null
                && (state.startsWith("57P0")
                        || state.equals("25P03")
                        || (state.startsWith("08") && !state.equals("08P01")));
    }

    private boolean isClosedQuietly() {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }
}
