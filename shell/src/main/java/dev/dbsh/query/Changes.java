package dev.dbsh.query;

import static java.util.stream.Collectors.joining;

import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was changed in a transaction since it was looked at.
 *
 * @param rows by table, as the server counted them
 * @param atMost true when some of them may have been undone by a handler for exceptions, which the server counts all the
 *     same
 * @param notCounted the tables that more may have happened to
 */
record Changes(List<ChangedRows> rows, boolean atMost, List<NotCounted> notCounted) {
    private static final Sql ROWS_CHANGED = Sql.of(Changes.class, "rows-changed.sql");
    private static final Sql ROLLED_BACK_SINCE = Sql.of(Changes.class, "rolled-back-since.sql");
    private static final Sql NOT_COUNTED = Sql.of(Changes.class, "rows-not-counted.sql");

    private static final int TABLES_NAMED = 8;

    /** What the transaction that has begun in that session has changed since {@code before}. */
    static Changes since(Map<QualifiedName, ChangedRows> before, Session session) {
        List<ChangedRows> changed = new ArrayList<>();
        for (ChangedRows now : session.list(Reads.CATALOG, ROWS_CHANGED, ChangedRows::of)) {
            ChangedRows then = before.get(now.table());
            ChangedRows rows = then == null ? now : now.since(then);
            if (!rows.isNone()) {
                changed.add(rows);
            }
        }
        boolean atMost = session.list(Reads.CATALOG, ROLLED_BACK_SINCE, row -> row.flag("any"))
                .contains(true);
        return new Changes(changed, atMost, session.list(Reads.CATALOG, NOT_COUNTED, NotCounted::of));
    }

    /** What the session has changed so far: the server tells others of it later, and until then counts on. */
    static Map<QualifiedName, ChangedRows> before(Session session) {
        Map<QualifiedName, ChangedRows> counted = new HashMap<>();
        for (ChangedRows rows : session.list(Reads.CATALOG, ROWS_CHANGED, ChangedRows::of)) {
            counted.put(rows.table(), rows);
        }
        return counted;
    }

    /** {@code 15 deleted in public.lines; 5 deleted in public.orders} */
    String words() {
        String most = atMost ? "at most " : "";
        String counted = rows.isEmpty()
                ? "no row"
                : most + shortened(rows.stream().map(ChangedRows::words).toList(), "; ");
        return notCounted.isEmpty()
                ? counted
                : counted + "; not counted: "
                        + shortened(notCounted.stream().map(NotCounted::words).toList(), ", ");
    }

    private static String shortened(List<String> words, String between) {
        int more = words.size() - TABLES_NAMED;
        return words.stream().limit(TABLES_NAMED).collect(joining(between))
                + (more > 0 ? between + "and in " + more + " tables more" : "");
    }
}
