package dev.dbsh.advice;

import dev.dbsh.pg.Server;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.SqlFailure;
import dev.dbsh.pg.TransactionState;
import dev.dbsh.pg.connect.ConnectFailure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what to do after a failure: by its code, and where a session can be asked, by what the catalog knows. */
public final class Advice {
    private static final long BESIDE_MILLIS = 5_000;
    private static final String DUPLICATE_KEY = "23505";

    private final Session session;
    private final Map<String, Lookup> lookups;

    public Advice(Session session, SequenceRepair sequences) {
        this.session = session;
        this.lookups = Map.of(
                DUPLICATE_KEY,
                new DuplicateKey(sequences),
                "42501",
                new MissingPrivilege(),
                "25006",
                Advice::readOnly,
                "42703",
                NearNames::ofColumn,
                "42704",
                NearNames::ofType,
                "42883",
                NearNames::ofFunction,
                "42P01",
                NearNames::ofRelation,
                "55P03",
                new LockedOut());
    }

    // Behind a pooler nothing is written at all, whatever the mode.
    private static Suggestion readOnly(Mishap mishap) {
        Server server = mishap.session().server();
        return server.isPooled() ? Suggestion.words(server.wayAround()) : Words.on(mishap.cause());
    }

    /** What the failure alone tells. */
    public static Suggestion on(SqlFailure e) {
        return Words.on(e);
    }

    /**
     * What the failure and the catalog tell together. Inside a transaction nothing is asked: a failed one answers
     * nothing, and an open one is the operator's. Only where a sequence stands, which no transaction hides, another
     * session is asked then.
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
            if (session.transaction() == TransactionState.NONE) {
                return lookup.on(new Mishap(session, e, statement));
            }
            return e.sqlState().equals(DUPLICATE_KEY) ? besideTransaction(lookup, e, statement) : Words.on(e);
        } catch (SqlFailure | ConnectFailure unanswered) {
            // The failure is what has to be told; that the catalog could not be asked about it is no news.
            return Words.on(e);
        }
    }

    // What it finds stored leaves out what the transaction has: only of a sequence that is behind all the same it is
    // sure.
    private Suggestion besideTransaction(Lookup lookup, SqlFailure e, String statement) {
        if (session.server().isPooled()) {
            return Words.on(e);
        }
        try (Session beside = session.beside(BESIDE_MILLIS)) {
            Suggestion found = lookup.on(new Mishap(beside, e, statement));
            return found.commands().stream().anyMatch(command -> command.startsWith("sequences fix "))
                    ? found
                    : Words.on(e);
        }
    }
}
