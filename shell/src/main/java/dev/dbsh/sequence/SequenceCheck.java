package dev.dbsh.sequence;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Progress;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Signature;
import dev.dbsh.pg.Session;
import dev.dbsh.report.Outcome;
import dev.dbsh.report.Report;
import java.util.Comparator;
import java.util.List;

/** {@code sequences check [PATTERN] [--table T] [--schema S]} */
public final class SequenceCheck implements ReportCommand {
    private final Session session;
    private final Progress progress;

    public SequenceCheck(Session session, Progress progress) {
        this.session = session;
        this.progress = progress;
    }

    @Override
    public Signature signature() {
        return Signature.check(
                        "sequences check",
                        Signature.Group.SEQUENCES,
                        "Show the sequences that are behind or used up, and those that could not be read",
                        "sequences check")
                .taking(Filter.PATTERN)
                .with(Filter.TABLE, Filter.SCHEMA, Effort.EXACT, Effort.JOBS);
    }

    @Override
    public Report<SequenceState> run(Arguments arguments) {
        Filter filter = Filter.of(arguments);
        Survey survey = new Sequences(session, Effort.of(arguments, progress))
                .survey(filter, state -> state.outcome() != Outcome.OK);
        Tally tally = survey.tally();
        if (tally.all() == 0 && !filter.isEverything()) {
            return Report.of(
                            SequenceList.COLUMNS,
                            survey.kept(),
                            Outcome.UNKNOWN,
                            "no sequence matches: nothing was checked")
                    .withHint("sequences");
        }
        List<SequenceState> shown = survey.kept().stream()
                .sorted(Comparator.comparing(SequenceState::status))
                .toList();
        return Repair.hinted(Report.of(SequenceList.COLUMNS, shown, tally.outcome(), tally.verdict()), shown, filter);
    }
}
