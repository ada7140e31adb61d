package dev.dbsh.sequence;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Change;
import dev.dbsh.command.ChangeCommand;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Option;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.Progress;
import dev.dbsh.command.Question;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.Signature;
import dev.dbsh.command.TimeSpan;
import dev.dbsh.journal.Journal;
import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.Session;
import dev.dbsh.report.Plural;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code sequences fix NAME...|--all}: brings sequences that are behind past the stored values, and no others. */
public final class SequenceFix implements ChangeCommand {
    private static final Parameter NAMES =
            new Parameter("NAME", Parameter.Presence.REPEATED, Parameter.Takes.NAME, Completion.SEQUENCES);
    private static final Option ALL = Option.flag("--all", "every sequence that is behind");
    private static final Option DRY_RUN = Option.flag("--dry-run", "show the plan, and change nothing");
    private static final Option SQL = Option.flag("--sql", "show the statements, and run none");
    private static final Option COLUMN = Option.named(
            "--column",
            "T.C",
            Completion.TABLES,
            "the column that it feeds, by your word: for one that is only possible");
    private static final Option SUBSCRIBER =
            Option.flag("--subscriber-ok", "also where logical replication writes into the table");

    private static final Option SOAK = Option.named(
            "--soak",
            "D",
            Completion.NONE,
            "follow for so long what was advanced and others may have older values of; again where it falls behind");

    private final Session session;
    private final Journal journal;
    private final Progress progress;

    public SequenceFix(Session session, Journal journal, Progress progress) {
        this.session = session;
        this.journal = journal;
        this.progress = progress;
    }

    @Override
    public Signature signature() {
        return Signature.query(
                        "sequences fix",
                        Signature.Group.SEQUENCES,
                        "Bring sequences, or those of tables, past the stored values; after a plan and a question",
                        "sequences fix --all --dry-run")
                .taking(NAMES)
                .with(ALL, COLUMN, DRY_RUN, SQL, SUBSCRIBER, SOAK, Effort.EXACT);
    }

    @Override
    public Change plan(Arguments arguments) {
        List<String> names = arguments.all(NAMES);
        if (names.isEmpty() != arguments.has(ALL)) {
            throw Refusal.usage(
                    "sequences fix takes names, or --all",
                    "usage: " + signature().usage());
        }
        Duration soak = soak(arguments);
        MoveCheck.check(session);
        Selection selection = selection(arguments);
        Step.Terms terms = new Step.Terms(
                Identifier.readable(session.server().user()),
                arguments.has(SUBSCRIBER),
                Effort.of(arguments, progress));
        List<SequenceState> states = selection.read(new Sequences(session, terms.effort()));
        checkAssumed(selection, states);
        List<Step> steps = states.stream()
                .map(state -> Step.of(state, terms))
                .filter(step -> !selection.isEverything() || step.isWorthSaying())
                .toList();
        FixReport report = new FixReport(selection, states.size(), soak);
        if (arguments.has(SQL)) {
            return Change.nothing(FixReport.sql(steps), null);
        }
        if (arguments.has(DRY_RUN)) {
            return Change.nothing(report.plan(steps), null);
        }
        if (steps.stream().noneMatch(step -> step.way().changes())) {
            Fixes.Result nothing =
                    Fixes.Result.nothing(steps.stream().map(Fixed::not).toList());
            return Change.nothing(
                    report.of(nothing).report(), report.of(nothing).trouble());
        }
        Supplier<Fixes> fixes = () -> new Fixes(session, journal, selection, terms);
        return new Change(report.plan(steps), question(steps, soak), () -> {
            Fixes.Result fixed = fixes.get().apply(steps);
            return report.of(
                    soak == null ? new Remarks(session).on(fixed) : new Soak(session, fixes, soak, progress).on(fixed));
        });
    }

    private static @Nullable Duration soak(Arguments arguments) {
        Duration soak = arguments.find(SOAK).map(TimeSpan::parse).orElse(null);
        if (soak != null && soak.isZero()) {
            throw Refusal.usage("no time is too little to follow anything", "sequences fix --all --soak 10m");
        }
        return soak;
    }

    private static Selection selection(Arguments arguments) {
        List<String> names = arguments.all(NAMES);
        String column = arguments.find(COLUMN).orElse(null);
        if (column == null) {
            return new Selection(names, null);
        }
        if (names.size() != 1) {
            throw Refusal.usage("--column is for one sequence", "sequences fix NAME --column table.column");
        }
        try {
            return new Selection(names, Assumed.parse(column));
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(String.valueOf(e.getMessage()), "sequences fix NAME --column table.column");
        }
    }

    // A column of the operator's word that is not there, or is two, must not end in a repair by the others.
    private static void checkAssumed(Selection selection, List<SequenceState> states) {
        Assumed assumed = selection.assumed();
        if (assumed == null) {
            return;
        }
        long meant = states.stream()
                .flatMap(state -> state.sequence().compared().stream())
                .filter(assumed::isMeant)
                .count();
        if (meant != 1) {
            throw Refusal.usage(
                    meant == 0
                            ? "there is no table with whole numbers in a column " + assumed.column() + " of that name"
                            : "--column means " + meant + " columns",
                    "write it as schema.table.column");
        }
    }

    private static Question question(List<Step> steps, @Nullable Duration soak) {
        List<Step> changing =
                steps.stream().filter(step -> step.way().changes()).toList();
        BigInteger skipped = changing.stream().map(Step::steps).reduce(BigInteger.ZERO, BigInteger::add);
        long moves = changing.stream().filter(step -> step.way() == Way.MOVE).count();
        String waits = moves == 0 ? "nobody waits" : "writers are locked out for " + moves + " of them";
        return Question.plain("advance " + Plural.of(changing.size(), "sequence") + " over " + skipped
                + (skipped.equals(BigInteger.ONE) ? " value, " : " values, ") + waits
                + (soak == null ? "" : "; and again where they fall behind within " + TimeSpan.words(soak)));
    }
}
