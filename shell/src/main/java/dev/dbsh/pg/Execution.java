package dev.dbsh.pg;

import dev.dbsh.pg.wire.ServerStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs one statement that a person typed: one message, text transfer, rows handed on while they come in. */
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
        /** In a transaction of its own that may not write. */
        READ_ONLY,
        /** In a transaction of its own, so that it is known whether it wrote. */
        WATCHED,
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
        } catch (SQLException | RuntimeException e) {
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
        ServerStream messages = link.opened().messages();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            if (!messages.isReadable()) {
                return new DriverRows(statement).run(sql, results);
            }
            Incoming incoming = new Incoming(results, () -> link.stop(Patience.OF_A_SIGNAL, text -> {}));
            messages.deliverTo(incoming);
            try {
                statement.execute(sql);
            } finally {
                messages.deliverNoMore();
                incoming.end();
            }
            return incoming.count();
        }
    }
}
