package dev.dbsh.pg;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an open transaction holds that others may wait for.
 *
 * @param relations those that it has locked in any mode: the weakest, of a query, still holds up an ALTER TABLE
 * @param advisory true when it has, or its session, taken an advisory lock
 * @param written true when it has changed something
 * @param limit how long it may be idle before the server ends its session; null when it does not
 */
public record Held(
        List<QualifiedName> relations,
        boolean advisory,
        boolean written,
        @Nullable Duration limit) {
    private static final String LIMIT = "idle_in_transaction_session_timeout";
    private static final Sql LOCKS = Sql.of(Held.class, "held-locks.sql");

    /** Asks from a session beside, which disturbs the transaction in nothing. */
    static Held by(Link link, Link beside) {
        List<QualifiedName> relations = new ArrayList<>();
        Set<String> kinds = new HashSet<>();
        List<Long> limits = beside.list(
                Reads.CATALOG,
                LOCKS,
                row -> read(row, relations, kinds),
                link.server().backendPid());
        String own = link.footprint().belongings().settings().get(LIMIT);
        long limit = own == null ? limits.stream().findFirst().orElse(0L) : Long.parseLong(own);
        return new Held(
                relations,
                kinds.contains("advisory"),
                kinds.contains("transactionid"),
                limit == 0 ? null : Duration.ofMillis(limit));
    }

    private static long read(Row row, List<QualifiedName> relations, Set<String> kinds) throws SQLException {
        String kind = row.text("kind");
        kinds.add(kind);
        if (kind.equals("relation")) {
            relations.add(row.qualifiedName("schema_name", "relation_name"));
        }
        return row.number("limit_milliseconds");
    }

    /** True when nobody can be held up by it. */
    public boolean isNothing() {
        return relations.isEmpty() && !advisory && !written;
    }
}
