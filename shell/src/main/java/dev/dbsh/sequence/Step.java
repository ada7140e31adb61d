package dev.dbsh.sequence;

import dev.dbsh.pg.Identifier;
import dev.dbsh.report.Column;
import dev.dbsh.report.Outcome;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/**
 * What a repair would do with one sequence. It never moves one back, and never touches one whose position nobody can
 * judge.
 *
 * @param steps how many values it would skip; zero when it would change nothing
 */
record Step(SequenceState state, Way way, BigInteger steps, String reason) {
    /** As many take about three seconds. */
    static final BigInteger MOST_STEPS = BigInteger.valueOf(10_000_000);

    static final List<Column<Step>> COLUMNS = List.of(
            Column.text("sequence", step -> step.state().sequence().name().toString()),
            Column.text(
                    "feeds",
                    step -> step.state().sequence().columns().stream()
                            .map(FedColumn::toString)
                            .toList()),
            Column.<Step>text("status", step -> step.state().status().word())
                    .meaning(step -> step.state().status().meaning()),
            Column.number("before", step -> step.state().next()),
            Column.number("target", step -> step.state().target()),
            Column.text("way", step -> step.way().word()),
            Column.text("reason", Step::reason));

    /** What role may do what is asked for. */
    record Terms(String role, boolean subscriberOk, Effort effort) {}

    static Step of(SequenceState state, Terms terms) {
        Long next = state.next();
        Long target = state.target();
        if (!state.isBehind()) {
            return untouched(state);
        }
        if (next == null || target == null) {
            return unsure(state);
        }
        Sequence sequence = state.sequence();
        if (sequence.isSubscribed() && !terms.subscriberOk()) {
            return none(
                    state,
                    Way.REFUSE,
                    "logical replication writes into its table, rows may still arrive: --subscriber-ok at the"
                            + " switchover");
        }
        BigInteger steps = sequence.steps().wholeSteps(next, BigDecimal.valueOf(target));
        if (steps.compareTo(MOST_STEPS) <= 0) {
            return sequence.standing().usable()
                    ? new Step(state, Way.ADVANCE, steps, "skips " + steps + ", nobody waits")
                    : none(
                            state,
                            Way.REFUSE,
                            "no privilege: grant usage on sequence " + sequence.name() + " to " + terms.role());
        }
        return sequence.standing().yours()
                ? new Step(state, Way.MOVE, steps, "skips " + steps + ", writers are locked out meanwhile")
                : none(
                        state,
                        Way.REFUSE,
                        "skips " + steps + ", which needs the owner: "
                                + Identifier.readable(sequence.standing().owner()));
    }

    /** True when it is to be said although nobody asked for this very sequence. */
    boolean isWorthSaying() {
        return way != Way.LEVEL && (way != Way.LEAVE_ALONE || state.outcome() != Outcome.OK);
    }

    private static Step untouched(SequenceState state) {
        return switch (state.status()) {
            case OK, NEAR_END -> none(state, Way.LEVEL, "not behind");
            case AHEAD -> none(state, Way.LEVEL, "ahead by " + state.gap() + ": never lowered");
            case CYCLE -> none(state, Way.LEAVE_ALONE, "begins again at its start: no position is safe for ever");
            case POSSIBLE -> none(state, Way.LEAVE_ALONE, "nothing proves what uses it: " + Note.of(state));
            case EXHAUSTED -> none(state, Way.LEAVE_ALONE, "nothing is left to hand out");
            case UNKNOWN, BEHIND -> unsure(state);
        };
    }

    private static Step unsure(SequenceState state) {
        if (state.unread().isEmpty()) {
            return none(state, Way.LEAVE_ALONE, "no free value is left beyond the stored ones");
        }
        return none(state, state.isLocked() ? Way.WAIT : Way.REFUSE, String.join("; ", state.unread()));
    }

    private static Step none(SequenceState state, Way way, String reason) {
        return new Step(state, way, BigInteger.ZERO, reason);
    }
}
