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
     * @param operation the name under which it can be undone
     * @param failure the first that was not expected, or that ended it; null when there was none
     */
    record Result(
            List<Fixed> rows,
            boolean changed,
            String operation,
            @Nullable RuntimeException failure) {}

    Result apply(List<Step> planned) {
        Map<QualifiedName, SequenceState> now =
                read(planned.stream().map(Step::state).toList());
        List<Fixed> rows = new ArrayList<>();
        for (Step step : planned) {
            rows.add(apply(step, now.get(step.state().sequence().name())));
        }
        List<Fixed> seen = seenAgain(rows);
        return new Result(seen, seen.stream().anyMatch(Fixes::isChanged), record.operation(), failure);
    }

    private Map<QualifiedName, SequenceState> read(List<SequenceState> states) {
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
        List<Fixed> standing = new ArrayList<>();
        for (Fixed row : rows) {
            SequenceState state = now.get(row.state().sequence().name());
            standing.add(state == null ? row : row.standing(state));
        }
        List<Sequence> advanced = standing.stream()
                .filter(row -> row.is(FixOutcome.ADVANCED))
                .map(row -> row.state().sequence())
                .toList();
        Map<Long, List<Writers.Writer>> writers = new Writers(session).byTable(advanced);
        return standing.stream()
                .map(row -> row.is(FixOutcome.ADVANCED) ? remarked(row, writers) : row)
                .toList();
    }

    private Fixed remarked(Fixed row, Map<Long, List<Writers.Writer>> writers) {
        Fixed said = row.state().isBehind() ? row.saying("behind again: rows with ids of their own came in") : row;
        Sequence sequence = row.state().sequence();
        for (FedColumn column : sequence.compared()) {
            for (Writers.Writer writer : writers.getOrDefault(column.table().id(), List.of())) {
                said = said.saying("what " + writer + " has written is not seen yet: check again when it has ended");
            }
        }
        long others = sequence.steps().cache() > 1 ? new Writers(session).others() : 0;
        return others == 0
                ? said
                : said.saying("sessions that were connected may still hand out older values, "
                        + sequence.steps().cache() + " at a time: " + others
                        + " to reconnect, or to run discard sequences");
    }

    private static boolean isChanged(Fixed row) {
        boolean moved = !Objects.equals(row.before(), row.after());
        return row.is(FixOutcome.ADVANCED) || (row.is(FixOutcome.FAILED) && moved);
    }
}
