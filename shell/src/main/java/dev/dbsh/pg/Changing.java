package dev.dbsh.pg;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of a built-in change: what it did is kept when its work ends, and rolled back when that fails. Each of
 * its statements sees what was committed before it.
 */
public final class Changing implements Lists {
    private final Link link;
    private final CommitPoint commitPoint = new CommitPoint();
    private @Nullable String tells;

    private Changing(Link link) {
        this.link = link;
    }

    /**
     * How long it may wait, and run.
     *
     * @param lock how long each statement waits for a lock
     * @param statement how long each statement may take
     */
    public record Limits(Duration lock, Duration statement) {
        /** What is run before the change. */
        public List<String> statements() {
            return List.of(
                    "begin isolation level read committed read write",
                    "set local jit = off",
                    "set local search_path = ''",
                    "set local row_security = off",
                    "set local lock_timeout = " + lock.toMillis(),
                    "set local statement_timeout = " + statement.toMillis());
        }
    }

    static <T> T run(Link link, Limits limits, Function<Changing, T> work) {
        Changing changing = new Changing(link);
        try {
            link.execute(String.join("; ", limits.statements()));
            T result = work.apply(changing);
            changing.commit();
            return result;
        } catch (SQLException e) {
            throw changing.leave(link.failure(e));
        } catch (SqlFailure e) {
            throw changing.leave(e);
        } catch (RuntimeException e) {
            changing.rollBack(e);
            throw e;
        }
    }

    @Override
    public <T> List<T> list(Reads reads, Sql sql, Row.Reader<T> reader, @Nullable Object... arguments) {
        return link.list(reads, sql, reader, arguments);
    }

    /** Runs a built-in statement that takes a lock and changes nothing. */
    public void hold(Sql sql) {
        try {
            link.execute(sql.text());
        } catch (SQLException e) {
            throw link.failure(e);
        }
    }

    /** Runs a built-in statement whose change ROLLBACK takes back. */
    public void execute(Sql sql, @Nullable Object... arguments) {
        try (PreparedStatement statement = link.connection().prepareStatement(sql.text())) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw link.failure(e);
        }
    }

    /**
     * Runs a built-in statement whose change stays whatever becomes of the transaction.
     *
     * @param tellsLater the statement that tells what became of it, should its answer be lost
     */
    public void executeForGood(Sql sql, String tellsLater, @Nullable Object... arguments) {
        tells = tellsLater;
        execute(sql, arguments);
    }

    private void commit() throws SQLException {
        if (tells == null) {
            commitPoint.pass(link);
        }
        link.execute("commit");
    }

    private SqlFailure leave(SqlFailure failure) {
        if (failure.isConnectionLost()) {
            return failure.outcome() == null ? failure.with(outcome()) : failure;
        }
        rollBack(failure);
        return failure;
    }

    private CommitOutcome outcome() {
        String later = tells;
        if (later != null) {
            return new CommitOutcome(CommitOutcome.Word.UNKNOWN, "the answer of the server was lost", null, later);
        }
        if (!commitPoint.isPassed()) {
            return CommitOutcome.failed("no COMMIT was sent, the server rolls back");
        }
        Written written = commitPoint.written();
        return written == null
                ? CommitOutcome.failed(commitPoint.harmless())
                : link.turns().interruptibly(() -> Witness.of(link).ofCommit(written));
    }

    private void rollBack(RuntimeException cause) {
        try {
            link.rollBack("rollback");
        } catch (SQLException | SqlFailure e) {
            cause.addSuppressed(e);
        }
    }
}
