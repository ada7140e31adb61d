package dev.dbsh.lock;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Option;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Signature;
import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.Sql;
import dev.dbsh.report.Outcome;
import dev.dbsh.report.Plural;
import dev.dbsh.report.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code activity [--in-transaction] [--older-than D] [--waiting] [--idle] ...}: what the other sessions do. */
public final class ActivityList implements ReportCommand {
    private static final Sql ACTIVITY = Sql.of(ActivityList.class, "activity.sql");
    private static final Option EVERYWHERE = Option.flag("--all-databases", "also sessions of other databases");

    private final Session session;
    private final Locks locks;

    public ActivityList(Session session) {
        this.session = session;
        this.locks = new Locks(session);
    }

    @Override
    public Signature signature() {
        return Signature.query(
                        "activity",
                        Signature.Group.LOCKS,
                        "Show what other sessions do, since when, and what they wait for",
                        "activity --in-transaction --older-than 5m")
                .with(
                        ActivityFilter.IN_TRANSACTION,
                        ActivityFilter.OLDER_THAN,
                        ActivityFilter.WAITING,
                        ActivityFilter.IDLE,
                        ActivityFilter.STATE,
                        ActivityFilter.USER,
                        ActivityFilter.APPLICATION,
                        EVERYWHERE);
    }

    @Override
    public Report<Activity> run(Arguments arguments) {
        ActivityFilter filter = ActivityFilter.of(arguments);
        List<Activity> meant = sessions(arguments.has(EVERYWHERE)).stream()
                .filter(filter::mayFit)
                .toList();
        long hidden = meant.stream().filter(each -> each.backend().hidden()).count();
        List<Activity> fitting = meant.stream()
                .filter(each -> each.backend().hidden() ? !filter.asksInside() : filter.fitsInside(each))
                .toList();
        List<Activity> shown =
                fitting.stream().filter(each -> filter.idle() || !each.isIdle()).toList();
        return report(shown, fitting.size() - shown.size(), hidden, filter.asksInside());
    }

    private List<Activity> sessions(boolean everywhere) {
        Map<Integer, List<String>> blockers = new HashMap<>();
        for (List<Entry> tree : locks.trees(false)) {
            for (Entry entry : tree) {
                Integer pid = entry.party().pid();
                if (pid != null) {
                    blockers.put(pid, entry.blockedBy());
                }
            }
        }
        List<Activity> sessions = new ArrayList<>();
        for (Activity each : session.list(Reads.CATALOG, ACTIVITY, Activity::of, everywhere)) {
            sessions.add(each.blockedBy(blockers.getOrDefault(each.pid(), List.of())));
        }
        return sessions;
    }

    private Report<Activity> report(List<Activity> shown, long idle, long hidden, boolean undecided) {
        String verdict = Plural.of(shown.size(), "session")
                + (idle == 0 ? "" : ", " + idle + " idle not shown")
                + (hidden == 0
                        ? ""
                        : "; what " + Plural.of(hidden, "session") + (hidden == 1 ? " does" : " do")
                                + " is hidden from you" + (undecided ? ", so whether they fit is not known" : ""));
        Outcome outcome = hidden > 0 && undecided ? Outcome.UNKNOWN : Outcome.OK;
        Report<Activity> report = Report.of(Activity.COLUMNS, shown, outcome, verdict);
        if (idle > 0 && shown.isEmpty()) {
            report = report.withHint("activity --idle");
        }
        boolean waits = shown.stream().anyMatch(each -> !each.blockedBy().isEmpty());
        report = waits ? report.withHint("locks") : report;
        return hidden == 0
                ? report
                : report.withHint("grant pg_monitor to "
                        + Identifier.readable(session.server().user()) + ";");
    }
}
