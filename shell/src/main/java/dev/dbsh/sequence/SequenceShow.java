package dev.dbsh.sequence;

import static java.util.stream.Collectors.joining;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.Progress;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Signature;
import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.TypedName;
import dev.dbsh.report.Column;
import dev.dbsh.report.Report;
import dev.dbsh.report.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code sequences show NAME}: all that is known of one sequence. */
public final class SequenceShow implements ReportCommand {
    private static final Parameter NAME = Parameter.required("NAME", Parameter.Takes.NAME, Completion.SEQUENCES);

    private final Session session;

    public SequenceShow(Session session) {
        this.session = session;
    }

    @Override
    public Signature signature() {
        return Signature.query(
                        "sequences show",
                        Signature.Group.SEQUENCES,
                        "Show what uses a sequence, which insert fails on which index, and what was written ahead of it",
                        "sequences show orders_id_seq")
                .taking(NAME)
                .with(Effort.EXACT);
    }

    @Override
    public Report<SequenceState> run(Arguments arguments) {
        Effort effort = Effort.of(arguments, Progress.UNSEEN);
        List<SequenceState> found =
                new Selection(List.of(arguments.text(NAME)), null).read(new Sequences(session, effort));
        if (found.size() > 1) {
            throw Refusal.usage(
                    arguments.text(NAME) + " means " + found.size() + " sequences",
                    found.stream()
                            .map(state -> "sequences show " + state.sequence().name())
                            .collect(joining(" or ")));
        }
        SequenceState state = found.get(0);
        Details details = new Details(session, state, effort);
        Report<SequenceState> report = Report.of(SequenceList.COLUMNS, found, state.outcome(), verdict(state))
                .withSection(new Section<>("definition", Definition.COLUMNS, List.of(details.definition())))
                .withSection(new Section<>(
                        "consumers",
                        Consumer.COLUMNS,
                        Consumer.of(state.sequence(), session.server().version())));
        report = with(report, "ownership", Ownership.COLUMNS, ownership(state.sequence()));
        report = with(report, "unique_indexes", IndexHit.COLUMNS, details.indexes());
        report = with(report, "outliers", Outliers.COLUMNS, details.outliers());
        report = with(report, "explicit_ids", Block.COLUMNS, details.blocks());
        report = with(report, "not_read", NotRead.COLUMNS, details.notRead());
        report = with(report, "privileges", Right.COLUMNS, details.rights());
        return state.target() == null ? report : report.withHint(Repair.command(found));
    }

    // Of two sequences of one column each is told with an eye on the other.
    private List<Ownership> ownership(Sequence sequence) {
        Map<QualifiedName, Sequence> beside = new LinkedHashMap<>();
        beside.put(sequence.name(), sequence);
        for (FedColumn column : sequence.columns()) {
            QualifiedName table = column.table().name();
            new Sequences(session)
                    .catalog(Filter.feeding(new TypedName(table.schema(), table.name())))
                    .forEach(other -> beside.putIfAbsent(other.name(), other));
        }
        return Ownership.of(List.copyOf(beside.values())).stream()
                .filter(ownership -> ownership.sequence().equals(sequence.name()))
                .toList();
    }

    private static <R> Report<SequenceState> with(
            Report<SequenceState> report, String key, List<Column<R>> columns, List<R> rows) {
        return rows.isEmpty() ? report : report.withSection(new Section<>(key, columns, rows));
    }

    private static String verdict(SequenceState state) {
        String words = state.sequence().name() + ": " + state.status().word().replace('_', ' ');
        Long fails = state.failsOnInsert();
        if (fails == null) {
            return words;
        }
        return fails == 1
                ? words + ", the next insert fails"
                : words + ", " + (fails - 1) + (fails == 2 ? " insert succeeds" : " inserts succeed")
                        + " and the one after fails";
    }
}
