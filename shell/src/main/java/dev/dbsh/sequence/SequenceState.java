package dev.dbsh.sequence;

import dev.dbsh.report.Outcome;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a sequence stands against the columns it feeds.
 *
 * @param position null when it could not be read
 * @param unread why a part of the picture is missing; empty when all of it was seen
 * @param collision the first stored value on its way that a unique index guards; null when there is none
 */
record SequenceState(
        Sequence sequence,
        @Nullable Position position,
        Stored stored,
        List<String> unread,
        boolean standby,
        @Nullable Long collision) {
    static final String LOCKED_BY = "locked by ";
    private static final int NEAR_END_PERCENT = 80;
    private static final long USUAL_GAP = 100;
    private static final long USUAL_GAP_SHARE = 10;

    SequenceState {
        unread = List.copyOf(unread);
    }

    /** The value the next {@code nextval} hands out; null when unknown, and when it will fail. */
    @Nullable
    Long next() {
        return position == null ? null : position.next(sequence.steps());
    }

    /** The same after it was moved beyond all that is stored. */
    SequenceState movedTo(Position beyond) {
        return new SequenceState(sequence, beyond, stored, unread, standby, null);
    }

    Status status() {
        if (isBehind()) {
            return Status.BEHIND;
        }
        if (position == null || !unread.isEmpty() || standby) {
            return Status.UNKNOWN;
        }
        if (isExhausted()) {
            return Status.EXHAUSTED;
        }
        if (sequence.steps().cycles()) {
            return sequence.isUsed() ? Status.CYCLE : Status.OK;
        }
        if (isNearEnd()) {
            return Status.NEAR_END;
        }
        if (sequence.compared().isEmpty()) {
            return sequence.isUsed() ? Status.POSSIBLE : Status.OK;
        }
        return isFarAhead() ? Status.AHEAD : Status.OK;
    }

    /** True when it could be judged if others were not at it. */
    boolean isLocked() {
        return unread.stream().anyMatch(reason -> reason.startsWith(LOCKED_BY));
    }

    /** Whether a human has to look. A cycle is as its table is kept: a finding when rows lie in its way. */
    Outcome outcome() {
        return switch (status()) {
            case BEHIND, EXHAUSTED, NEAR_END -> Outcome.FINDINGS;
            case CYCLE -> meetsStored() ? Outcome.FINDINGS : Outcome.OK;
            case UNKNOWN -> Outcome.UNKNOWN;
            case POSSIBLE, AHEAD, OK -> Outcome.OK;
        };
    }

    /**
     * True when a coming value is stored already. A part that could not be seen changes nothing about it, and on a
     * standby neither does a last value that runs ahead.
     */
    boolean isBehind() {
        return meetsStored() && !sequence.steps().cycles();
    }

    /**
     * The next value that a repair would make it hand out: the first beyond the stored ones, in step with where it
     * stands now. Null when it is to be left alone.
     */
    @Nullable
    Long target() {
        Long next = next();
        BigDecimal settled = stored.settled();
        if (next == null || settled == null || !isBehind() || standby || !unread.isEmpty()) {
            return null;
        }
        BigInteger target = sequence.steps().firstBeyond(next, settled);
        boolean isFree = sequence.usable().contains(new BigDecimal(target));
        BigDecimal outlier = stored.outlier();
        boolean isTaken = outlier != null && sequence.steps().reaches(new BigDecimal(target), outlier);
        return isFree && !isTaken ? (Long) target.longValueExact() : null;
    }

    /** 1 when the next insert fails, n when the n-th does; null when no failure can be foreseen. */
    @Nullable
    Long failsOnInsert() {
        if (position == null || standby) {
            return null;
        }
        Long next = next();
        if (next == null || isExhausted()) {
            return 1L;
        }
        if (collision == null) {
            return null;
        }
        BigInteger inserts =
                sequence.steps().wholeSteps(next, BigDecimal.valueOf(collision)).add(BigInteger.ONE);
        // What was not seen may fail sooner, but never sooner than at once.
        boolean isCertain = unread.isEmpty() || inserts.equals(BigInteger.ONE);
        return isCertain && inserts.bitLength() < Long.SIZE ? (Long) inserts.longValue() : null;
    }

    @Nullable
    Double usedPercent() {
        return position == null ? null : (Double) percentUsed();
    }

    private double percentUsed() {
        Long next = next();
        if (next == null || !sequence.usable().contains(next)) {
            return 100;
        }
        return sequence.usable().percentBefore(next, sequence.steps());
    }

    // Rows that are left out are an end like the column's own.
    private boolean isNearEnd() {
        Long next = next();
        BigDecimal outlier = stored.outlier();
        if (percentUsed() >= NEAR_END_PERCENT || next == null || outlier == null) {
            return percentUsed() >= NEAR_END_PERCENT;
        }
        Range before = sequence.steps().isAscending()
                ? new Range(sequence.usable().low(), outlier.longValue() - 1)
                : new Range(outlier.longValue() + 1, sequence.usable().high());
        return before.percentBefore(next, sequence.steps()) >= NEAR_END_PERCENT;
    }

    /** True when stored values lie ahead of it and its stride meets none of them, as with one of two masters. */
    boolean passesStored() {
        return liesBeforeStored()
                && collision == null
                && !standby
                && unread.isEmpty()
                && Math.abs(sequence.steps().increment()) != 1
                && sequence.compared().stream().allMatch(column -> column.unique() == Unique.ALONE);
    }

    private boolean meetsStored() {
        return liesBeforeStored() && !passesStored();
    }

    private boolean liesBeforeStored() {
        Long next = next();
        BigDecimal settled = stored.settled();
        return next != null && settled != null && sequence.steps().reaches(settled, BigDecimal.valueOf(next));
    }

    private boolean isExhausted() {
        Long next = next();
        return next == null || !sequence.usable().contains(next);
    }

    /** How many values lie free between the stored ones and the next; null when that is not known. */
    @Nullable
    BigInteger gap() {
        Long next = next();
        BigDecimal settled = stored.settled();
        return next == null || settled == null
                ? null
                : sequence.steps().wholeSteps(next, settled).negate().subtract(BigInteger.ONE);
    }

    // Rolled back inserts and cached values leave small gaps, and a big table's gaps are small against its ids.
    private boolean isFarAhead() {
        Long next = next();
        BigInteger gap = gap();
        if (next == null || gap == null) {
            return false;
        }
        BigInteger walked = sequence.steps()
                .wholeSteps(next, BigDecimal.valueOf(sequence.steps().start()))
                .negate();
        BigInteger usual =
                BigInteger.valueOf(Math.max(USUAL_GAP, sequence.steps().cache()));
        return gap.compareTo(usual) > 0
                && gap.multiply(BigInteger.valueOf(USUAL_GAP_SHARE)).compareTo(walked) > 0;
    }
}
