package dev.dbsh.lock;

import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.Sql;
import java.util.List;

/** Who waits for whom on the server. */
final class Locks {
    private static final Sql LOCKS = Sql.of(Locks.class, "locks.sql");

    private final Session session;

    Locks(Session session) {
        this.session = session;
    }

    /** Every tree as its lines, those first that hold up most; on demand also other sessions' that nobody waits for. */
    List<List<Entry>> trees(boolean everyone) {
        Blocking blocking = Blocking.of(session.list(Reads.CATALOG, LOCKS, Party.Member::of, everyone));
        return Drawing.trees(new Forest(blocking)).stream()
                .filter(tree -> isShown(tree.get(0), everyone))
                .toList();
    }

    // Whoever has the same lock in a mode that is in nobody's way comes with the rows, too.
    private static boolean isShown(Entry root, boolean everyone) {
        return root.frees() > 0 || (everyone && !root.party().own());
    }
}
