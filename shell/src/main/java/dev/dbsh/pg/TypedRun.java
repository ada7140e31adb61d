package dev.dbsh.pg;

import java.sql.SQLException;

/** One statement that a person typed, from its first byte to its answer. */
final class TypedRun {
    private final Link link;
    private final StatementKind kind;
    private final TransactionState before;
    private final Execution execution;

    TypedRun(Link link, StatementKind kind) {
        this.link = link;
        this.kind = kind;
        this.before = link.transaction();
        this.execution = new Execution(link);
    }

    /** Answers the number of rows that it returned or touched. */
    long run(String statement, Results results) {
        try {
            long count = execution.run(statement, mode(), results);
            keepReadOnly();
            return count;
        } catch (SQLException e) {
            leave(e);
            throw link.failure(e);
        }
    }

    // What was to be one statement leaves no transaction behind, whatever became of it.
    private void leave(SQLException cause) {
        try {
            if (before == TransactionState.NONE && kind != StatementKind.BEGIN && !link.isClosed()) {
                link.rollBack("rollback");
            }
        } catch (SQLException | SqlFailure e) {
            cause.addSuppressed(e);
        }
    }

    /** True when nobody could know what became of it if its answer were lost. */
    boolean undecided() {
        return execution.undecided() || decides();
    }

    /** True when it, or the transaction that it is part of, has written something. */
    boolean wrote() {
        return execution.wrote();
    }

    // Alone in its own transaction, a write is decided by its answer; inside another one, by the COMMIT's.
    private boolean decides() {
        return kind == StatementKind.COMMIT || (kind == StatementKind.OTHER && before == TransactionState.NONE);
    }

    // A function can lift the default from inside, so a transaction does not rely on it, and its loss ends the session.
    private void keepReadOnly() throws SQLException {
        if (kind == StatementKind.BEGIN && link.server().readOnly()) {
            link.execute("set transaction read only");
        }
        if (link.isLifted()) {
            link.close();
            throw new SQLException("read-only was lifted from inside: the session is closed", "25006");
        }
    }

    // Behind a pooler a session setting does not hold, so there each statement carries its own READ ONLY.
    private Execution.Mode mode() {
        boolean asItIs = kind == StatementKind.SESSION || kind == StatementKind.BEGIN || kind == StatementKind.COMMIT;
        if (asItIs) {
            return Execution.Mode.PLAIN;
        }
        if (link.server().readOnly() || link.server().isPooled()) {
            return Execution.Mode.READ_ONLY;
        }
        return kind == StatementKind.QUERY ? Execution.Mode.WATCHED : Execution.Mode.PLAIN;
    }
}
