package dev.dbsh.sequence;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Option;
import dev.dbsh.command.Progress;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Signature;
import dev.dbsh.pg.Session;
import dev.dbsh.report.Column;
import dev.dbsh.report.Outcome;
import dev.dbsh.report.Plural;
import dev.dbsh.report.Report;
import java.util.List;

/** {@code sequences [PATTERN] [--behind] [--table T] [--schema S]} */
public final class SequenceList implements ReportCommand {
    private static final Option BEHIND = Option.flag("--behind", "only those that are behind");

    private static final Option OWNERSHIP =
            Option.flag("--ownership", "who owns them against who uses them, with what to type");

    static final List<Column<SequenceState>> COLUMNS = List.of(
            Column.text("sequence", state -> state.sequence().name().toString()),
            Column.<SequenceState>text(
                            "feeds",
                            state -> state.sequence().columns().stream()
                                    .map(FedColumn::toString)
                                    .toList())
                    .asSpare(),
            Column.<SequenceState>text(
                            "how",
                            state -> state.sequence().columns().stream()
                                    .map(column -> column.how().word())
                                    .toList())
                    .asSpare(),
            Column.number("next", SequenceState::next),
            Column.<SequenceState>number("stored", state -> state.stored().shown())
                    .asSpare(),
            Column.<SequenceState>text("status", state -> state.status().word())
                    .meaning(state -> state.status().meaning()),
            Column.number("fails_on_insert", SequenceState::failsOnInsert),
            Column.number("target", SequenceState::target),
            Column.<SequenceState>number("used_percent", SequenceState::usedPercent)
                    .asSpare(),
            Column.<SequenceState>text("note", Note::of).asSpare());

    private final Session session;
    private final Progress progress;

    public SequenceList(Session session, Progress progress) {
        this.session = session;
        this.progress = progress;
    }

    @Override
    public Signature signature() {
        return Signature.query(
                        "sequences",
                        Signature.Group.SEQUENCES,
                        "List sequences with what they feed and where they stand",
                        "sequences --behind")
                .taking(Filter.PATTERN)
                .with(BEHIND, OWNERSHIP, Filter.TABLE, Filter.SCHEMA, Effort.EXACT, Effort.JOBS);
    }

    @Override
    public Report<?> run(Arguments arguments) {
        Filter filter = Filter.of(arguments);
        if (arguments.has(OWNERSHIP)) {
            return ownership(filter);
        }
        boolean all = !arguments.has(BEHIND);
        Survey survey =
                new Sequences(session, Effort.of(arguments, progress)).survey(filter, state -> all || state.isBehind());
        Tally tally = survey.tally();
        return Repair.hinted(
                Report.of(COLUMNS, survey.kept(), tally.outcome(), tally.verdict()), survey.kept(), filter);
    }

    private Report<Ownership> ownership(Filter filter) {
        List<Sequence> sequences = new Sequences(session).catalog(filter);
        List<Ownership> found = Ownership.of(sequences);
        long concerned = found.stream().map(Ownership::sequence).distinct().count();
        String verdict = concerned == 0
                ? Plural.of(sequences.size(), "sequence") + " looked at, each owned by what uses it"
                : concerned + " of " + Plural.of(sequences.size(), "sequence") + " owned in a way that may surprise";
        return Report.of(Ownership.COLUMNS, found, concerned == 0 ? Outcome.OK : Outcome.FINDINGS, verdict);
    }
}
