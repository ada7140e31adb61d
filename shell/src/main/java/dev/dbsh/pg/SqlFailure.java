package dev.dbsh.pg;

import dev.dbsh.report.Failure;
import dev.dbsh.report.Origin;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The server said no, or the way to it broke. */
public final class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;
    private final boolean connectionLost;
    private final boolean cancelled;
    private final transient @Nullable CommitOutcome outcome;

    SqlFailure(SQLException cause, boolean connectionLost) {
        this(cause, connectionLost, false);
    }

    SqlFailure(SQLException cause, boolean connectionLost, boolean cancelled) {
        this(failure(cause), cause, connectionLost, cancelled);
    }

    private SqlFailure(Failure failure, @Nullable Throwable cause, boolean connectionLost, boolean cancelled) {
        super(failure.message(), cause);
        this.failure = failure;
        this.connectionLost = connectionLost;
        this.cancelled = cancelled;
        this.outcome = null;
    }

    private SqlFailure(SqlFailure lost, CommitOutcome outcome) {
        super(lost.getMessage(), lost);
        Failure told = lost.failure;
        String detail = told.detail() == null ? "" : told.detail() + "\n";
        this.failure = new Failure(
                told.sqlState(),
                told.message(),
                detail + outcome.sentence(),
                told.hint(),
                told.position(),
                told.where(),
                told.origin());
        this.connectionLost = lost.connectionLost;
        this.cancelled = lost.cancelled;
        this.outcome = outcome;
    }

    /** What was sent was answered, and has not shown its effect so far. */
    public static SqlFailure unfinished(String message, String why, String tells) {
        return new SqlFailure(
                new SqlFailure(new SQLException(message), false),
                new CommitOutcome(CommitOutcome.Word.STILL_RUNNING, why, null, tells));
    }

    /** What was to run has been stopped from here. */
    static SqlFailure stopped(String words) {
        return new SqlFailure(new SQLException(words, Link.CANCELLED), false, true);
    }

    /** The same failure with what became of what was sent. */
    SqlFailure with(CommitOutcome became) {
        return new SqlFailure(this, became);
    }

    /** The same with one sentence more, on what became of it. */
    public SqlFailure saying(String sentence) {
        return new SqlFailure(failure.withMore(sentence), getCause(), connectionLost, cancelled);
    }

    /** The server's words, field by field. */
    public Failure failure() {
        return failure;
    }

    /** The five characters; empty when neither server nor driver gave any. */
    public String sqlState() {
        String state = failure.sqlState();
        return state == null ? "" : state;
    }

    /** True when nothing more can be said over this connection. */
    public boolean isConnectionLost() {
        return connectionLost;
    }

    /** True when the operator stopped the statement; the server gives a timeout the same code. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** What became of what was sent when the connection was lost; null when nothing was at stake. */
    public @Nullable CommitOutcome outcome() {
        return outcome;
    }

    private static Failure failure(SQLException cause) {
        ServerErrorMessage server = cause instanceof PSQLException e ? e.getServerErrorMessage() : null;
        if (server == null) {
            return new Failure(cause.getSQLState(), firstLine(cause), null, null, null, null);
        }
        return new Failure(
                cause.getSQLState(),
                orEmpty(server.getMessage()),
                server.getDetail(),
                server.getHint(),
                server.getPosition() > 0 ? server.getPosition() : null,
                server.getWhere(),
                new Origin(
                        server.getSchema(),
                        server.getTable(),
                        server.getColumn(),
                        server.getDatatype(),
                        server.getConstraint(),
                        server.getInternalQuery(),
                        server.getInternalPosition()));
    }

    private static String firstLine(SQLException cause) {
        String message = orEmpty(cause.getMessage());
        return message.isEmpty() ? cause.getClass().getSimpleName() : message;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
