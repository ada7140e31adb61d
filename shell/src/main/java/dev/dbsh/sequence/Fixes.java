package dev.dbsh.sequence;

import dev.dbsh.command.Refusal;
import dev.dbsh.journal.Journal;
import dev.dbsh.pg.CommitOutcome;
import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.SqlFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Brings sequences past the stored values, one after the other; looks at each again before and afterwards. */
final class Fixes {
    private final Session session;
    private final Sequences sequences;
    private final Selection selection;
    private final Step.Terms terms;
    private final FixRecord record;
    private final int stops;
    private @Nullable RuntimeException failure;
    private boolean stopped;

    Fixes(Session session, Journal journal, Selection selection, Step.Terms terms) {
        this.session = session;
        this.sequences = new Sequences(session, terms.effort());
        this.selection = selection;
        this.terms = terms;
        this.record = new FixRecord(session, journal, FixRecord.COMMAND);
        this.stops = session.stops();
    }

    /**
     * What came of all of them.
     *
     * @param operations the names under which it can be undone, the last one first
     * @param afterwards what was seen when it was done; empty when nobody looked
     * @param failure the first that was not expected, or that ended it; null when there was none
     */
    record Result(
            List<Fixed> rows,
            boolean changed,
            List<String> operations,
            String afterwards,
            @Nullable RuntimeException failure) {

        /** What came of sequences that were not touched. */
        static Result nothing(List<Fixed> rows) {
            return new Result(rows, false, List.of(), "", null);
        }

        /** True when nobody can look at them any more. */
        boolean isLost() {
            return failure instanceof SqlFailure sql && sql.isConnectionLost();
        }

        /** True when nobody wants to wait any longer, either. */
        boolean isOver() {
            return isLost() || (failure instanceof SqlFailure sql && sql.isCancelled());
        }

        /** The same with a failure, unless there was one before. */
        Result failing(RuntimeException e) {
            return failure == null ? new Result(rows, changed, operations, afterwards, e) : this;
        }

        /** The same with rows that say more. */
        Result with(List<Fixed> more) {
            return new Result(more, changed, operations, afterwards, failure);
        }
    }

    Result apply(List<Step> planned) {
        Map<QualifiedName, SequenceState> now =
                read(planned.stream().map(Step::state).toList());
        List<Fixed> rows = new ArrayList<>();
        for (Step step : planned) {
            rows.add(apply(step, now.get(step.state().sequence().name())));
        }
        List<Fixed> seen = seenAgain(rows);
        return new Result(seen, seen.stream().anyMatch(Fixes::isChanged), List.of(record.operation()), "", failure);
    }

    /** Does what has to be done about these, as they stand by now. */
    Result again(List<SequenceState> states) {
        return apply(states.stream().map(state -> Step.of(state, terms)).toList());
    }

    /** How they stand now; without those that are gone. */
    Map<QualifiedName, SequenceState> read(List<SequenceState> states) {
        Map<QualifiedName, SequenceState> byName = new HashMap<>();
        List<Sequence> meant = states.stream().map(SequenceState::sequence).toList();
        selection
                .again(sequences, meant)
                .forEach(state -> byName.put(state.sequence().name(), state));
        return byName;
    }

    private Fixed apply(Step step, @Nullable SequenceState now) {
        if (!step.way().changes()) {
            return Fixed.not(step);
        }
        leaveWhenAsked();
        if (stopped) {
            return new Fixed(step.state(), step.state().next(), FixOutcome.LEFT_ALONE, "not begun");
        }
        if (now == null || !now.sequence().isMadeLike(step.state().sequence())) {
            return new Fixed(
                    step.state(),
                    step.state().next(),
                    FixOutcome.REFUSED,
                    "was changed since it was shown: look again");
        }
        Step fresh = Step.of(now, terms);
        if (!fresh.way().changes()) {
            return Fixed.not(fresh);
        }
        try {
            record.begin(now.sequence(), FixReport.statements(fresh), Objects.requireNonNull(now.target()));
        } catch (Refusal e) {
            stopped = true;
            failure = failure == null ? e : failure;
            return new Fixed(now, now.next(), FixOutcome.FAILED, e.failure().message());
        } catch (SqlFailure e) {
            return failed(fresh, e);
        }
        return recorded(fresh);
    }

    private void leaveWhenAsked() {
        if (!stopped && session.stops() != stops) {
            stopped = true;
            failure = failure == null ? Session.stopped() : failure;
        }
    }

    private Fixed recorded(Step step) {
        SequenceState state = step.state();
        LockedMove move = new LockedMove(session, terms.effort());
        try {
            boolean moved = step.way() == Way.ADVANCE ? new Walk(session).advance(step) : move.move(step);
            String gap = record.end(state.sequence(), moved);
            return moved
                    ? new Fixed(state, state.next(), FixOutcome.ADVANCED, gap)
                    : new Fixed(state, state.next(), FixOutcome.LEVEL, "others have moved it meanwhile").saying(gap);
        } catch (SqlFailure e) {
            return e.isConnectionLost()
                    ? lost(step, e, move.target())
                    : failed(step, e).saying(record.end(state.sequence(), false));
        } catch (Refusal e) {
            String words = e.failure().message();
            return new Fixed(state, state.next(), FixOutcome.REFUSED, words)
                    .saying(record.end(state.sequence(), false));
        }
    }

    private Fixed lost(Step step, SqlFailure e, @Nullable Long target) {
        SequenceState state = step.state();
        Position moved = target == null ? null : new Position(target, false);
        CommitOutcome outcome = e.outcome();
        Fixed failed = failed(step, e).saying(FixRecord.words(outcome));
        Fixed became = moved != null && FixRecord.isKept(outcome)
                ? new Fixed(state.movedTo(moved), state.next(), FixOutcome.ADVANCED, FixRecord.words(outcome))
                : failed;
        return became.saying(record.lost(state.sequence(), outcome, moved));
    }

    private Fixed failed(Step step, SqlFailure e) {
        stopped = e.isConnectionLost() || e.isCancelled();
        String words = e.sqlState() + " " + e.failure().message();
        FixOutcome outcome = switch (e.sqlState()) {
            case "55P03", "40P01" -> FixOutcome.BUSY;
            case "42501", "25006" -> FixOutcome.REFUSED;
            default -> FixOutcome.FAILED;
        };
        if (outcome == FixOutcome.FAILED && failure == null) {
            failure = e;
        }
        String reason = outcome == FixOutcome.BUSY ? busy(step) : words;
        return new Fixed(step.state(), step.state().next(), outcome, reason);
    }

    // Who was in the way is not known afterwards; who is at the tables now is.
    private String busy(Step step) {
        List<String> writers = new Writers(session)
                .of(step.state().sequence()).stream()
                        .map(Writers.Writer::toString)
                        .toList();
        return writers.isEmpty()
                ? "others were at its tables"
                : "others are at its tables: " + String.join("; ", writers);
    }

    // What has been advanced is told also when it cannot be looked at again.
    private List<Fixed> seenAgain(List<Fixed> rows) {
        if (failure instanceof SqlFailure sql && sql.isConnectionLost()) {
            return rows;
        }
        try {
            return standing(rows);
        } catch (SqlFailure e) {
            failure = failure == null ? e : failure;
            return rows;
        }
    }

    private List<Fixed> standing(List<Fixed> rows) {
        Map<QualifiedName, SequenceState> now =
                read(rows.stream().map(Fixed::state).toList());
        return rows.stream()
                .map(row -> {
                    SequenceState state = now.get(row.state().sequence().name());
                    return state == null ? row : row.standing(state);
                })
                .toList();
    }

    private static boolean isChanged(Fixed row) {
        boolean moved = !Objects.equals(row.before(), row.after());
        return row.is(FixOutcome.ADVANCED) || (row.is(FixOutcome.FAILED) && moved);
    }
}
