package dev.dbsh.lock;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Option;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Signature;
import dev.dbsh.command.condition.FailIf;
import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.Session;
import dev.dbsh.report.Figure;
import dev.dbsh.report.Outcome;
import dev.dbsh.report.Plural;
import dev.dbsh.report.Report;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** {@code activity [--in-transaction] [--older-than D] [--waiting] [--idle] ...}: what the other sessions do. */
public final class ActivityList implements ReportCommand {
    private static final Option[] OPTIONS = Stream.concat(Stream.of(ActivityFilter.OPTIONS), Stream.of(FailIf.OPTION))
            .toArray(Option[]::new);

    private final Session session;

    public ActivityList(Session session) {
        this.session = session;
    }

    @Override
    public Signature signature() {
        return Signature.query(
                        "activity",
                        Signature.Group.LOCKS,
                        "Show what other sessions do, since when, and what they wait for",
                        "activity --in-transaction --older-than 5m")
                .with(OPTIONS);
    }

    @Override
    public Report<Activity> run(Arguments arguments) {
        ActivityFilter filter = ActivityFilter.of(arguments);
        List<Activity> meant =
                sessions(arguments).stream().filter(filter::mayFit).toList();
        long hidden = meant.stream().filter(each -> each.backend().hidden()).count();
        List<Activity> fitting = meant.stream().filter(filter::fits).toList();
        List<Activity> shown =
                fitting.stream().filter(each -> filter.idle() || !each.isIdle()).toList();
        return report(shown, fitting.size() - shown.size(), hidden, filter.asksInside());
    }

    private List<Activity> sessions(Arguments arguments) {
        try (Lookout lookout = Lookout.of(session)) {
            return new Sessions(lookout).all(arguments.has(ActivityFilter.EVERYWHERE));
        }
    }

    private Report<Activity> report(List<Activity> shown, long idle, long hidden, boolean undecided) {
        String verdict = Plural.of(shown.size(), "session")
                + (idle == 0 ? "" : ", " + idle + " idle not shown")
                + (hidden == 0
                        ? ""
                        : "; what " + Plural.of(hidden, "session") + (hidden == 1 ? " does" : " do")
                                + " is hidden from you" + (undecided ? ", so whether they fit is not known" : ""));
        Outcome outcome = hidden > 0 && undecided ? Outcome.UNKNOWN : Outcome.OK;
        Report<Activity> report =
                Report.of(Activity.COLUMNS, shown, outcome, verdict).withFigures(figures(shown, hidden, undecided));
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

    // Each session that is hidden may be in the oldest transaction, and where a filter asks inside it may be meant.
    private static List<Figure> figures(List<Activity> shown, long hidden, boolean undecided) {
        long maybe = undecided ? hidden : 0;
        long waiting =
                shown.stream().filter(each -> !each.blockedBy().isEmpty()).count();
        long idle = shown.stream().filter(Activity::isIdleInTransaction).count();
        Duration oldest = shown.stream()
                .map(each -> each.backend().transactionAge())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return List.of(
                Figure.between("sessions", shown.size(), shown.size() + maybe),
                Figure.between("waiting", waiting, waiting + maybe),
                Figure.between("idle_in_transaction", idle, idle + hidden),
                Figure.time("oldest_transaction", oldest, hidden == 0 ? oldest : null),
                Figure.count("hidden", hidden));
    }
}
