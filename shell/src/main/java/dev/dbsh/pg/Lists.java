package dev.dbsh.pg;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whatever built-in statements that read can be run in: a session, or the open transaction of a change. */
public interface Lists {

    /** Runs a built-in statement between its guards and reads every row of it. */
    <T> List<T> list(Reads reads, Sql sql, Row.Reader<T> reader, @Nullable Object... arguments);

    /**
     * Runs a built-in statement with exactly one row that does something which no transaction takes back.
     *
     * @param tells the statement that tells later whether it was done, should its answer be lost
     */
    default <T> T act(Sql sql, String tells, Row.Reader<T> reader, @Nullable Object... arguments) {
        try {
            return one(Reads.CATALOG, sql, reader, arguments);
        } catch (SqlFailure e) {
            throw e.isConnectionLost()
                    ? e.with(new CommitOutcome(
                            CommitOutcome.Word.UNKNOWN, "the answer of the server was lost", null, tells))
                    : e;
        }
    }

    /** Runs a built-in statement that has exactly one row. */
    default <T> T one(Reads reads, Sql sql, Row.Reader<T> reader, @Nullable Object... arguments) {
        List<T> rows = list(reads, sql, reader, arguments);
        if (rows.size() != 1) {
            throw new IllegalStateException(sql.name() + " gave " + rows.size() + " rows instead of one");
        }
        return rows.get(0);
    }
}
