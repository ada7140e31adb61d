package dev.dbsh.lock;

import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the sessions of the server do at one moment, and whom they wait for. */
final class Sessions {
    private static final Sql ACTIVITY = Sql.of(Sessions.class, "activity.sql");

    private final Lookout lookout;
    private final Forest forest;

    Sessions(Lookout lookout) {
        this.lookout = lookout;
        this.forest = Locks.forest(lookout, false);
    }

    Forest forest() {
        return forest;
    }

    /** All but those of the server itself, of this database or of all of them. */
    List<Activity> all(boolean everywhere) {
        return read(everywhere, null);
    }

    /** Those processes of the server, of whatever kind. */
    Map<Integer, Activity> of(Collection<Integer> pids) {
        Map<Integer, Activity> byPid = new HashMap<>();
        read(true, pids.toArray(Integer[]::new)).forEach(each -> byPid.put(each.pid(), each));
        return byPid;
    }

    private List<Activity> read(boolean everywhere, Integer @Nullable [] pids) {
        List<Activity> sessions = new ArrayList<>();
        for (Activity each :
                lookout.lists().list(Reads.CATALOG, ACTIVITY, Activity::of, everywhere, lookout.own(), pids)) {
            int place = forest.place(each.pid());
            sessions.add(each.blockedBy(place < 0 ? List.of() : forest.blockers(place)));
        }
        return sessions;
    }
}
