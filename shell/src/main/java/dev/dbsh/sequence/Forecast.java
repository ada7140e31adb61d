package dev.dbsh.sequence;

import dev.dbsh.report.Column;
import dev.dbsh.report.Meaning;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a sequence will last when it goes on as between two samples.
 *
 * @param taken how many values were taken meanwhile; null when nothing can be said about that
 * @param left how many values are left that every column can take; null when that is not known
 * @param until how long they last; null when it does not end, or when nothing can be said
 */
record Forecast(
        SequenceState state,
        @Nullable Long taken,
        Duration span,
        @Nullable BigDecimal left,
        @Nullable Duration until,
        @Nullable Instant end,
        String note) {
    private static final long FEW = 100;
    private static final long FEW_BLOCKS = 10;
    private static final BigDecimal DAY = BigDecimal.valueOf(Duration.ofDays(1).toMillis());
    /** Beyond it a date is no use to anybody. */
    private static final long MOST_DAYS = 365_000;

    private static final long SOON_DAYS = 365;

    static final List<Column<Forecast>> COLUMNS = List.of(
            Column.text(
                    "sequence", forecast -> forecast.state().sequence().name().toString()),
            Column.number("next", forecast -> forecast.state().next()),
            Column.number("taken", Forecast::taken),
            Column.number("span_seconds", Forecast::span),
            Column.number("per_day", Forecast::perDay),
            Column.number("left", Forecast::left),
            Column.<Forecast>text("exhausted_at", Forecast::end)
                    .meaning(forecast -> forecast.isSoon() ? Meaning.WARNING : Meaning.PLAIN),
            Column.number("used_percent", forecast -> forecast.state().usedPercent()),
            Column.text("note", Forecast::note));

    /** @param before the same sequence earlier; null when it was not there, or not read */
    static Forecast of(SequenceState state, Sample.@Nullable Point before, Sample.Span span) {
        List<String> notes = new ArrayList<>(state.unread());
        Long taken = taken(state, before, notes);
        BigDecimal left = left(state);
        Duration until = until(taken, left, span, state, notes);
        about(state, taken, notes);
        Instant end = until == null ? null : span.end().plus(until);
        return new Forecast(state, taken, span.length(), left, until, end, String.join("; ", notes));
    }

    private static @Nullable Long taken(SequenceState state, Sample.@Nullable Point before, List<String> notes) {
        Steps steps = state.sequence().steps();
        Position now = state.position();
        if (now == null) {
            return null;
        }
        if (before == null) {
            notes.add("not in the earlier sample");
            return null;
        }
        if (before.id() != state.sequence().id()) {
            notes.add("made anew since");
            return null;
        }
        if (!before.steps().equals(steps)) {
            notes.add("made differently since");
            return null;
        }
        BigInteger moved = steps.wholeSteps(before.position().lastValue(), BigDecimal.valueOf(now.lastValue()))
                .add(BigInteger.valueOf(
                        (now.called() ? 1 : 0) - (before.position().called() ? 1 : 0)));
        if (moved.signum() < 0) {
            notes.add(steps.cycles() ? "began again since" : "was put back since");
            return null;
        }
        return moved.bitLength() < Long.SIZE ? (Long) moved.longValue() : null;
    }

    private static @Nullable BigDecimal left(SequenceState state) {
        Long next = state.next();
        Position position = state.position();
        if (position == null) {
            return null;
        }
        Range usable = state.sequence().usable();
        if (next == null || !usable.contains(next)) {
            return BigDecimal.ZERO;
        }
        Steps steps = state.sequence().steps();
        BigDecimal last = BigDecimal.valueOf(steps.isAscending() ? usable.high() : usable.low());
        return new BigDecimal(steps.wholeSteps(next, last).add(BigInteger.ONE));
    }

    private static @Nullable Duration until(
            @Nullable Long taken,
            @Nullable BigDecimal left,
            Sample.Span span,
            SequenceState state,
            List<String> notes) {
        if (left != null && left.signum() == 0 && !state.sequence().steps().cycles()) {
            notes.add("nothing is left");
            return Duration.ZERO;
        }
        if (taken == null || left == null) {
            return null;
        }
        if (taken == 0) {
            notes.add("did not move");
            return null;
        }
        BigDecimal millis = left.multiply(BigDecimal.valueOf(span.length().toMillis()))
                .divideToIntegralValue(BigDecimal.valueOf(taken));
        if (state.sequence().steps().cycles()) {
            notes.add("begins again at " + state.sequence().steps().start() + " and never ends");
            return null;
        }
        if (millis.compareTo(DAY.multiply(BigDecimal.valueOf(MOST_DAYS))) > 0) {
            notes.add("lasts more than a thousand years");
            return null;
        }
        return Duration.ofMillis(millis.longValueExact());
    }

    private static void about(SequenceState state, @Nullable Long taken, List<String> notes) {
        Sequence sequence = state.sequence();
        if (taken != null && taken > 0) {
            long cache = sequence.steps().cache();
            if (taken < FEW) {
                notes.add("a guess, from " + taken + (taken == 1 ? " value" : " values"));
            }
            if (cache > 1 && taken < cache * FEW_BLOCKS) {
                notes.add("sessions take " + cache + " values at a time: the rate may be wrong by as many");
            }
        }
        Range usable = sequence.usable();
        long end = sequence.steps().isAscending() ? usable.high() : usable.low();
        if (end != sequence.steps().end()) {
            notes.add("the column ends at " + end + ", before the sequence does");
        }
        if (state.standby()) {
            notes.add("standby: values may be up to 32 increments ahead");
        }
    }

    /** How many values are taken in a day, with two decimals; null when that is not known. */
    @Nullable
    BigDecimal perDay() {
        Long known = taken;
        return known == null
                ? null
                : BigDecimal.valueOf(known)
                        .multiply(DAY)
                        .divide(BigDecimal.valueOf(span.toMillis()), 2, RoundingMode.HALF_UP);
    }

    /** True when it ends within a year. */
    boolean isSoon() {
        return until != null && until.compareTo(Duration.ofDays(SOON_DAYS)) < 0;
    }
}
