package dev.dbsh.advice;

import dev.dbsh.pg.Session;
import dev.dbsh.pg.SqlFailure;
import dev.dbsh.pg.TransactionState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what to do after a failure: by its code, and where a session can be asked, by what the catalog knows. */
public final class Advice {
    private final Session session;
    private final Map<String, Lookup> lookups;

    public Advice(Session session, SequenceRepair sequences) {
        this.session = session;
        this.lookups = Map.of(
                "23505", new DuplicateKey(sequences),
                "42501", new MissingPrivilege(),
                "42703", NearNames::ofColumn,
                "42704", NearNames::ofType,
                "42883", NearNames::ofFunction,
                "42P01", NearNames::ofRelation,
                "55P03", new LockedOut());
    }

    /** What the failure alone tells. */
    public static Suggestion on(SqlFailure e) {
        return Words.on(e);
    }

    /**
     * What the failure and the catalog tell together. Inside a transaction nothing is asked: a failed one answers
     * nothing, and an open one is the operator's.
     */
    public Suggestion on(SqlFailure e, @Nullable String statement) {
        Lookup lookup = lookups.get(e.sqlState());
        if (lookup == null
                || statement == null
                || e.isConnectionLost()
                || session.findServer().isEmpty()) {
            return Words.on(e);
        }
        try {
            return session.transaction() == TransactionState.NONE
                    ? lookup.on(new Mishap(session, e, statement))
                    : Words.on(e);
        } catch (SqlFailure unanswered) {
            // The failure is what has to be told; that the catalog could not be asked about it is no news.
            return Words.on(e);
        }
    }
}
