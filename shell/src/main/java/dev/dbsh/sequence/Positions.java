package dev.dbsh.sequence;

import dev.dbsh.pg.Lists;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where sequences stand against the columns that they feed. */
final class Positions {
    private final Lists lists;
    private final Effort effort;
    private final StoredValues stored;

    Positions(Lists lists, Effort effort) {
        this.lists = lists;
        this.effort = effort;
        this.stored = new StoredValues(lists, effort);
    }

    /**
     * In the order in which they are given. What is stored is read before where the sequences stand, so a value that one
     * of them handed out meanwhile is never counted against it.
     */
    List<SequenceState> of(List<Sequence> sequences, boolean standby) {
        List<Look> looks =
                sequences.stream().map(sequence -> new Look(sequence, standby)).toList();
        readFurthest(looks);
        readPositions(looks, standby);
        readWithinRange(looks);
        readHoles(looks);
        readCollisions(looks);
        return looks.stream().map(Look::state).toList();
    }

    /** In the order in which they are given, with nothing of what is stored. */
    List<SequenceState> alone(List<Sequence> sequences, boolean standby) {
        List<Look> looks =
                sequences.stream().map(sequence -> new Look(sequence, standby)).toList();
        readPositions(looks, standby);
        return looks.stream().map(Look::state).toList();
    }

    private void readFurthest(List<Look> looks) {
        List<StoredValues.Errand> errands = new ArrayList<>();
        for (Look look : looks) {
            if (look.sequence().standing().obstacle() == null) {
                look.readable()
                        .forEach(column -> errands.add(new StoredValues.Errand(
                                look, column, Ask.furthest(look.sequence()), value -> look.holds(column, value))));
            }
        }
        stored.read(errands);
    }

    private void readPositions(List<Look> looks, boolean standby) {
        List<Look> readable = looks.stream()
                .filter(look -> look.sequence().standing().obstacle() == null)
                .toList();
        new LastValues(lists, effort).read(readable, standby);
    }

    private void readWithinRange(List<Look> looks) {
        List<StoredValues.Errand> errands = new ArrayList<>();
        for (Look look : looks) {
            Ask ask = Ask.within(look.sequence(), look.sequence().usable(), true);
            look.outOfRange()
                    .forEach(column -> errands.add(
                            new StoredValues.Errand(look, column, ask, value -> look.holds(column, value))));
        }
        stored.read(errands);
    }

    private void readHoles(List<Look> looks) {
        readHoles(looks, Hole::farBefore, true, Hole::holdsBefore);
        readHoles(looks, Hole::beyond, false, Hole::holdsAfter);
    }

    private void readHoles(
            List<Look> looks,
            Function<Hole, Range> where,
            boolean furthest,
            BiConsumer<Hole, @Nullable BigDecimal> delivery) {
        List<StoredValues.Errand> errands = new ArrayList<>();
        for (Look look : looks) {
            Hole hole = look.hole();
            if (hole != null) {
                Ask ask = Ask.within(look.sequence(), where.apply(hole), furthest);
                look.readable()
                        .forEach(column -> errands.add(
                                new StoredValues.Errand(look, column, ask, value -> delivery.accept(hole, value))));
            }
        }
        stored.read(errands);
    }

    private void readCollisions(List<Look> looks) {
        List<StoredValues.Errand> errands = new ArrayList<>();
        for (Look look : looks) {
            Range way = look.way();
            if (way != null) {
                look.readable().stream()
                        .filter(FedColumn::isGuarded)
                        .forEach(column -> errands.add(new StoredValues.Errand(
                                look, column, Ask.collision(look.sequence(), column, way), look::collides)));
            }
        }
        stored.read(errands);
    }
}
