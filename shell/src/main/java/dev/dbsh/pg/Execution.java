package dev.dbsh.pg;

import dev.dbsh.pg.wire.Reception;
import dev.dbsh.pg.wire.ServerStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import org.postgresql.core.Parser;

/** Runs one statement that a person typed: one message, text transfer, rows handed on while they come in. */
final class Execution {
    /** Lasts as long as its transaction, which can be lifted no more once something was read in it. */
    private static final String READ_ONLY = "select pg_catalog.set_config('transaction_read_only', 'on', true);";

    private final Link link;
    private final Connection connection;
    private final CommitPoint commitPoint;

    Execution(Link link, CommitPoint commitPoint) {
        this.link = link;
        this.commitPoint = commitPoint;
        this.connection = link.connection();
    }

    /** How the statement is to be run when no transaction is open. */
    enum Mode {
        /** In a transaction of its own that may not write. */
        READ_ONLY,
        /** In a transaction of its own, so that it is known whether it wrote. */
        WATCHED,
        /** As it is: its own transaction is the server's business. */
        PLAIN;

        Wrapping.Frame frame() {
            return this == READ_ONLY ? Wrapping.Frame.READ_ONLY : Wrapping.Frame.WATCHED;
        }
    }

    /** Runs the statement; answers the number of rows that it returned or touched, or -1 when it counts none. */
    long run(String sql, Mode mode, Results results, Following following) throws SQLException {
        boolean own = link.transaction() == TransactionState.NONE;
        if (mode != Mode.PLAIN && !results.isCopy() && link.isPlain()) {
            return directly(sql, own ? mode.frame() : Wrapping.Frame.OPEN, results, following);
        }
        link.pipeline().forgetKept();
        checkOneStatement(sql);
        if (!own) {
            connection.setAutoCommit(false);
            long count = send(sql, results);
            settle();
            return count;
        }
        if (isSentAtOnce(mode)) {
            return atOnce(sql, results);
        }
        // Outside a transaction this only sets a flag; inside one it would commit.
        connection.setAutoCommit(mode == Mode.PLAIN);
        return mode == Mode.PLAIN ? send(sql, results) : inTransaction(sql, mode, results);
    }

    private long directly(String sql, Wrapping.Frame frame, Results results, Following following) throws SQLException {
        Incoming incoming = new Incoming(results, () -> link.stop(Patience.OF_A_SIGNAL, text -> {}));
        link.pipeline().run(sql, frame, incoming, following, commitPoint);
        return incoming.count();
    }

    // A pooler in statement mode takes a transaction only when it has begun and ended by the time it hears of it.
    private boolean isSentAtOnce(Mode mode) {
        return mode == Mode.READ_ONLY
                && link.server().isPooled()
                && link.opened().messages().isReadable();
    }

    // Without BEGIN: a pooler in statement mode gives its server up over a transaction block that has failed, and what
    // the
    // server has said is lost with it. What is sent together is one transaction all the same.
    private long atOnce(String sql, Results results) throws SQLException {
        return send(link.localSettings() + READ_ONLY + sql, results, LastResult::new);
    }

    private long inTransaction(String sql, Mode mode, Results results) throws SQLException {
        connection.setReadOnly(mode == Mode.READ_ONLY);
        try {
            if (!link.localSettings().isEmpty()) {
                link.execute(link.localSettings());
            }
            long count = send(sql, results);
            if (mode != Mode.READ_ONLY) {
                commitPoint.pass(link);
            }
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

    private void settle() throws SQLException {
        if (!link.isClosed() && link.transaction() == TransactionState.NONE) {
            connection.setAutoCommit(true);
            connection.setReadOnly(false);
        }
    }

    private long send(String sql, Results results) throws SQLException {
        return send(sql, results, incoming -> incoming);
    }

    private long send(String sql, Results results, UnaryOperator<Reception> in) throws SQLException {
        ServerStream messages = link.opened().messages();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            if (!messages.isReadable()) {
                return new DriverRows(statement).run(sql, results);
            }
            Incoming incoming = new Incoming(results, () -> link.stop(Patience.OF_A_SIGNAL, text -> {}));
            messages.deliverTo(in.apply(incoming));
            try {
                statement.execute(sql);
            } finally {
                messages.deliverNoMore();
                incoming.end();
            }
            return incoming.count();
        }
    }

    /**
     * Refuses a text in which the driver sees more statements than one: what it would send after the first was never
     * looked at.
     */
    private void checkOneStatement(String sql) throws SQLException {
        int count = Parser.parseJdbcSql(sql, link.standardConformingStrings(), false, true, false, false)
                .size();
        if (count > 1) {
            throw new SQLException("this is not one statement but " + count + ": not sent", "42601");
        }
    }
}
