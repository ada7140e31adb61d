package dev.dbsh.sequence;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Signature;
import dev.dbsh.pg.Session;
import dev.dbsh.report.Outcome;
import dev.dbsh.report.Report;
import java.util.Comparator;
import java.util.List;

/** {@code sequences check [PATTERN] [--table T] [--schema S]} */
public final class SequenceCheck implements ReportCommand {
    private final Sequences sequences;

    public SequenceCheck(Session session) {
        this.sequences = new Sequences(session);
    }

    @Override
    public Signature signature() {
        return Signature.check(
                        "sequences check",
                        Signature.Group.SEQUENCES,
                        "Show the sequences that are behind or used up, and those that could not be read",
                        "sequences check")
                .taking(Filter.PATTERN)
                .with(Filter.TABLE, Filter.SCHEMA);
    }

    @Override
    public Report<SequenceState> run(Arguments arguments) {
        Filter filter = Filter.of(arguments);
        List<SequenceState> states = sequences.states(filter);
        if (states.isEmpty() && !filter.isEverything()) {
            return Report.of(SequenceList.COLUMNS, states, Outcome.UNKNOWN, "no sequence matches: nothing was checked")
                    .withHint("sequences");
        }
        Tally tally = Tally.of(states);
        List<SequenceState> shown = states.stream()
                .filter(state -> state.outcome() != Outcome.OK)
                .sorted(Comparator.comparing(SequenceState::status))
                .toList();
        return Repair.hinted(Report.of(SequenceList.COLUMNS, shown, tally.outcome(), tally.verdict()), states, filter);
    }
}
