package dev.dbsh.lock;

import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.Sql;
import java.util.List;

/** Who waits for whom on the server. */
final class Locks {
    private static final Sql LOCKS = Sql.of(Locks.class, "locks.sql");

    private Locks() {}

    static List<List<Entry>> trees(Session session, boolean everyone) {
        try (Lookout lookout = Lookout.of(session)) {
            return trees(forest(lookout, everyone), everyone);
        }
    }

    static Forest forest(Lookout lookout, boolean everyone) {
        return new Forest(Blocking.of(
                lookout.lists().list(Reads.CATALOG, LOCKS, Party.Member::of, everyone, (Object) lookout.own())));
    }

    /** Every tree as its lines, those first that hold up most; on demand also other sessions' that nobody waits for. */
    static List<List<Entry>> trees(Forest forest, boolean everyone) {
        return Drawing.trees(forest).stream()
                .filter(tree -> isShown(tree.get(0), everyone))
                .toList();
    }

    // Whoever has the same lock in a mode that is in nobody's way comes with the rows, too.
    private static boolean isShown(Entry root, boolean everyone) {
        return root.frees() > 0 || (everyone && !root.party().own());
    }
}
