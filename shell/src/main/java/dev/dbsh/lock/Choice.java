package dev.dbsh.lock;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Option;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom somebody wants to signal: the processes that are named, or all sessions that a filter fits.
 *
 * @param filter null when pids are given
 * @param everywhere whether the filter is for other databases, too
 * @param force whether also a process that is no session of a client
 */
record Choice(List<Integer> pids, @Nullable ActivityFilter filter, boolean everywhere, boolean force) {
    static final Parameter PIDS =
            new Parameter("PID", Parameter.Presence.REPEATED, Parameter.Takes.TEXT, Completion.NONE);
    static final Option FORCE = Option.flag("--force", "also a walsender, or another process of the server");

    private static final String PREPARED = "prepared:";

    static Choice of(Arguments arguments, Signal signal) {
        List<Integer> pids =
                arguments.all(PIDS).stream().map(Choice::pid).distinct().toList();
        ActivityFilter filter = ActivityFilter.of(arguments);
        boolean filters = filter.isNarrow() || filter.idle() || arguments.has(ActivityFilter.EVERYWHERE);
        if (!pids.isEmpty() && filters) {
            throw Refusal.usage(signal.word() + " takes pids or a filter, not both", signal.word() + " PID");
        }
        if (pids.isEmpty() && !filter.isNarrow()) {
            throw Refusal.usage(
                    signal.word() + " needs pids, or a filter that says which sessions",
                    "locks and activity show them; activity takes the same filters");
        }
        return new Choice(
                pids, pids.isEmpty() ? filter : null, arguments.has(ActivityFilter.EVERYWHERE), arguments.has(FORCE));
    }

    private static Integer pid(String typed) {
        if (typed.startsWith(PREPARED)) {
            throw Refusal.usage(
                    "a prepared transaction has no session that could be told anything",
                    "rollback prepared '" + typed.substring(PREPARED.length()).replace("'", "''")
                            + "'; in the database that locks names");
        }
        return Filter.pid(typed);
    }

    /** True for a session that a filter fits, and for any that was named. */
    boolean fits(Activity session) {
        return filter == null || (filter.fits(session) && (filter.idle() || !session.isIdle()));
    }

    boolean isByFilter() {
        return filter != null;
    }
}
