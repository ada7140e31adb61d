package dev.dbsh.sequence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One sequence while it is looked at: what was seen of it so far. */
final class Look {
    private final Sequence sequence;
    private final Steps steps;
    private final boolean standby;
    private final List<String> unread = new ArrayList<>();
    private final Map<FedColumn, BigDecimal> furthest = new HashMap<>();
    private @Nullable Position position;
    private @Nullable Hole hole;
    private @Nullable BigDecimal collision;
    private boolean outside;

    Look(Sequence sequence, boolean standby) {
        this.sequence = sequence;
        this.steps = sequence.steps();
        this.standby = standby;
        Standing standing = sequence.standing();
        unread(standing.obstacle());
        unread(standing.holders() == null ? null : SequenceState.LOCKED_BY + standing.holders());
        sequence.compared().forEach(column -> unread(column.reading().obstacle()));
    }

    Sequence sequence() {
        return sequence;
    }

    /** The columns to read. */
    List<FedColumn> readable() {
        return sequence.columns().stream().filter(FedColumn::isReadable).toList();
    }

    List<String> unread() {
        return List.copyOf(unread);
    }

    void unread(@Nullable String reason) {
        if (reason != null && !unread.contains(reason)) {
            unread.add(reason);
        }
    }

    /** Takes the latest reading. */
    void stands(Position at) {
        position = at;
    }

    /** True when it is known to have handed out a value. */
    boolean isCalled() {
        return position != null && position.called();
    }

    /** Takes the stored value furthest along in a column, null when it is empty. */
    void holds(FedColumn column, @Nullable BigDecimal value) {
        if (value == null) {
            furthest.remove(column);
        } else {
            furthest.put(column, value);
        }
    }

    /** The columns whose furthest value is one that the sequence never gets to; those in range are still to be read. */
    List<FedColumn> outOfRange() {
        List<FedColumn> out = new ArrayList<>();
        furthest.forEach((column, value) -> {
            if (!sequence.usable().contains(value)) {
                out.add(column);
            }
        });
        outside = !out.isEmpty();
        return out;
    }

    /** The hole to look for before the furthest value; null when there is none to look for. */
    @Nullable
    Hole hole() {
        BigDecimal top = furthest();
        if (hole == null && top != null && isAheadOfUs(top)) {
            hole = Hole.before(top, steps, sequence.usable());
        }
        return hole;
    }

    /** Where stored values lie in the sequence's way; null when there are none, or when nothing sure can be said. */
    @Nullable
    Range way() {
        Long next = next();
        BigDecimal top = furthest();
        if (next == null || top == null || standby || !isAheadOfUs(top)) {
            return null;
        }
        Range usable = sequence.usable();
        return steps.isAscending() ? new Range(next, usable.high()) : new Range(usable.low(), next);
    }

    void collides(@Nullable BigDecimal value) {
        BigDecimal known = collision;
        if (value != null && (known == null || steps.reaches(known, value))) {
            collision = value;
        }
    }

    @Nullable
    Position position() {
        return position;
    }

    @Nullable
    Long next() {
        return position == null ? null : position.next(steps);
    }

    SequenceState state() {
        Long first = collision == null ? null : (Long) collision.longValueExact();
        return new SequenceState(sequence, position, stored(), unread, standby, first);
    }

    private Stored stored() {
        BigDecimal top = furthest();
        Long next = next();
        BigDecimal outlier = hole == null || next == null ? null : hole.outlier(next);
        return new Stored(top, outlier == null || hole == null ? top : hole.settled(), outlier, outside);
    }

    private boolean isAheadOfUs(BigDecimal value) {
        Long next = next();
        return next != null && steps.reaches(value, BigDecimal.valueOf(next));
    }

    private @Nullable BigDecimal furthest() {
        BigDecimal top = null;
        for (BigDecimal value : furthest.values()) {
            top = top == null || steps.reaches(value, top) ? value : top;
        }
        return top;
    }
}
