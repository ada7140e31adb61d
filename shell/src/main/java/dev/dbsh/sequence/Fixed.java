package dev.dbsh.sequence;

import dev.dbsh.report.Column;
import dev.dbsh.report.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one sequence, and where it stands now.
 *
 * @param before what it would have handed out next
 * @param reason why, and what still has to be known
 */
record Fixed(SequenceState state, @Nullable Long before, FixOutcome outcome, String reason) {
    static final List<Column<Fixed>> COLUMNS = columns();

    private static List<Column<Fixed>> columns() {
        List<Column<Fixed>> columns = new ArrayList<>();
        for (Column<SequenceState> column : SequenceList.COLUMNS) {
            columns.add(new Column<>(
                    column.key(),
                    column.align(),
                    fixed -> column.of(fixed.state()),
                    fixed -> column.typedOf(fixed.state()),
                    fixed -> column.meaning().apply(fixed.state()),
                    column.room()));
        }
        columns.add(Column.number("before", Fixed::before));
        columns.add(Column.number("after", Fixed::after));
        columns.add(Column.<Fixed>text("outcome", fixed -> fixed.outcome().word())
                .meaning(fixed -> fixed.outcome().meaning()));
        columns.add(Column.text("reason", Fixed::reason));
        return List.copyOf(columns);
    }

    /** One that is not touched. */
    static Fixed not(Step step) {
        FixOutcome outcome = switch (step.way()) {
            case LEVEL, ADVANCE, MOVE -> FixOutcome.LEVEL;
            case LEAVE_ALONE -> FixOutcome.LEFT_ALONE;
            case REFUSE -> FixOutcome.REFUSED;
            case WAIT -> FixOutcome.BUSY;
        };
        return new Fixed(step.state(), step.state().next(), outcome, step.reason());
    }

    /** What it hands out next. */
    @Nullable
    Long after() {
        return state.next();
    }

    /** The same where it stands by now. */
    Fixed standing(SequenceState now) {
        return new Fixed(now, before, outcome, reason);
    }

    /** The same with one thing more to know; nothing when that is empty. */
    Fixed saying(String more) {
        return more.isEmpty()
                ? this
                : new Fixed(state, before, outcome, reason.isEmpty() ? more : reason + "; " + more);
    }

    boolean is(FixOutcome one) {
        return outcome == one;
    }

    /** Whether a human has to look at it still. */
    Outcome remains() {
        return is(FixOutcome.LEVEL) && !state.isBehind() ? Outcome.OK : state.outcome();
    }
}
