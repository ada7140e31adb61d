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
            link.execute("commit");
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

    /**
     * Runs a built-in statement that changes something.
     *
     * @param tellsLater the statement that tells what became of it, should its answer be lost
     */
    public void execute(Sql sql, String tellsLater, @Nullable Object... arguments) {
        tells = tellsLater;
        try (PreparedStatement statement = link.connection().prepareStatement(sql.text())) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw link.failure(e);
        }
    }

    private SqlFailure leave(SqlFailure failure) {
        String later = tells;
        if (failure.isConnectionLost()) {
            return later == null || failure.outcome() != null
                    ? failure
                    : failure.with(new CommitOutcome(
                            CommitOutcome.Word.UNKNOWN, "the answer of the server was lost", null, later));
        }
        rollBack(failure);
        return failure;
    }

    private void rollBack(RuntimeException cause) {
        try {
            link.rollBack("rollback");
        } catch (SQLException | SqlFailure e) {
            cause.addSuppressed(e);
        }
    }
}
