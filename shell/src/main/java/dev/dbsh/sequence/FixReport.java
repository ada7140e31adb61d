package dev.dbsh.sequence;

import dev.dbsh.command.Change;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.TimeSpan;
import dev.dbsh.report.Column;
import dev.dbsh.report.Outcome;
import dev.dbsh.report.Plural;
import dev.dbsh.report.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words what a repair would do, and what it did.
 *
 * @param looked how many sequences were looked at
 * @param soak how long those that are advanced are followed; null when they are not
 */
record FixReport(Selection selection, int looked, @Nullable Duration soak) {
    // Of more moves one after the other the first to be undone are the last; sequences undo lists them all.
    private static final int MOST_HINTS = 3;

    private static final List<Column<Line>> SQL =
            List.of(Column.text("sequence", Line::sequence), Column.text("sql", Line::sql));

    private record Line(String sequence, String sql) {}

    /** What would be run, each statement on a line. */
    static Report<?> sql(List<Step> steps) {
        List<Line> lines = new ArrayList<>();
        for (Step step : steps) {
            String name = step.state().sequence().name().toString();
            statements(step).forEach(statement -> lines.add(new Line(name, statement + ";")));
        }
        return Report.ok(SQL, lines, Plural.of(lines.size(), "statement") + ", none was run");
    }

    static List<String> statements(Step step) {
        return switch (step.way()) {
            case ADVANCE -> List.of(Walk.shown(step));
            case MOVE -> LockedMove.shown(step);
            case LEVEL, LEAVE_ALONE, REFUSE, WAIT -> List.of();
        };
    }

    Report<Step> plan(List<Step> steps) {
        List<String> parts = new ArrayList<>();
        long changing = steps.stream().filter(step -> step.way().changes()).count();
        parts.add(changing == 0 ? "nothing to advance" : Plural.of(changing, "sequence") + " to advance");
        addRest(
                parts,
                steps.stream()
                        .map(Fixed::not)
                        .filter(row -> !row.is(FixOutcome.LEVEL))
                        .toList(),
                changing);
        if (changing > 0 && soak != null) {
            parts.add("followed for " + TimeSpan.words(soak) + " then");
        }
        return Report.ok(Step.COLUMNS, steps, String.join(", ", parts));
    }

    private void addRest(List<String> parts, List<Fixed> others, long advanced) {
        for (FixOutcome outcome :
                List.of(FixOutcome.LEFT_ALONE, FixOutcome.REFUSED, FixOutcome.BUSY, FixOutcome.FAILED)) {
            long count = count(others, outcome);
            if (count > 0) {
                parts.add(count + " " + outcome.words());
            }
        }
        long level = looked - advanced - others.size();
        if (level > 0) {
            parts.add(level + " not behind");
        }
    }

    Change.Done of(Fixes.Result result) {
        Outcome outcome = Outcome.OK;
        for (Fixed row : result.rows()) {
            outcome = outcome.and(row.remains());
        }
        Report<Fixed> report = Report.of(Fixed.COLUMNS, result.rows(), outcome, verdict(result));
        Report<Fixed> checked = outcome == Outcome.OK ? report : report.withHint("sequences check");
        Report<Fixed> undoable = checked;
        if (result.changed()) {
            for (String operation :
                    result.operations().stream().limit(MOST_HINTS).toList()) {
                undoable = undoable.withHint("sequences undo " + operation);
            }
        }
        return new Change.Done(undoable, result.changed(), trouble(result));
    }

    private String verdict(Fixes.Result result) {
        List<String> parts = new ArrayList<>();
        long advanced = count(result.rows(), FixOutcome.ADVANCED);
        parts.add(result.changed() ? Plural.of(advanced, "sequence") + " advanced" : "nothing was changed");
        List<Fixed> others = result.rows().stream()
                .filter(row -> !row.is(FixOutcome.LEVEL) && !row.is(FixOutcome.ADVANCED))
                .toList();
        addRest(parts, others, advanced);
        if (!result.afterwards().isEmpty()) {
            parts.add(result.afterwards());
        }
        return String.join(", ", parts);
    }

    private @Nullable RuntimeException trouble(Fixes.Result result) {
        List<Fixed> rows = result.rows();
        RuntimeException failure = result.failure();
        if (failure != null) {
            return failure;
        }
        if (count(rows, FixOutcome.BUSY) > 0) {
            return refusal(Refusal.Kind.BUSY, result, FixOutcome.BUSY);
        }
        if (count(rows, FixOutcome.REFUSED) > 0) {
            return refusal(Refusal.Kind.GUARD_RAIL, result, FixOutcome.REFUSED);
        }
        boolean needsHuman = !selection.isEverything() && !result.changed() && count(rows, FixOutcome.LEFT_ALONE) > 0;
        return needsHuman ? refusal(Refusal.Kind.NEEDS_HUMAN, result, FixOutcome.LEFT_ALONE) : null;
    }

    private Refusal refusal(Refusal.Kind kind, Fixes.Result result, FixOutcome outcome) {
        Fixed first = result.rows().stream()
                .filter(row -> row.is(outcome))
                .findFirst()
                .orElseThrow();
        return Refusal.of(kind, verdict(result), first.state().sequence().name() + ": " + first.reason());
    }

    private static long count(List<Fixed> rows, FixOutcome outcome) {
        return rows.stream().filter(row -> row.is(outcome)).count();
    }
}
