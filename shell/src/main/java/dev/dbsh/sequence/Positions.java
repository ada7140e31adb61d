package dev.dbsh.sequence;

import dev.dbsh.pg.Lists;
import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Row;
import dev.dbsh.pg.Sql;
import dev.dbsh.pg.SqlFailure;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where sequences stand against the columns that they feed. */
final class Positions {
    private static final Sql POSITION = Sql.of(Positions.class, "position.sql");
    private static final Sql LAST_VALUES = Sql.of(Positions.class, "last-values.sql");

    private final Lists lists;
    private final Effort effort;
    private final Parts parts;
    private final StoredValues stored;

    Positions(Lists lists, Effort effort) {
        this.lists = lists;
        this.effort = effort;
        this.parts = new Parts(lists, effort);
        this.stored = new StoredValues(lists, effort);
    }

    /** The statement that tells where a sequence stands. */
    static String tells(Sequence sequence) {
        return "select last_value, is_called from " + sequence.name();
    }

    /** Where it stands, whatever is stored. */
    static Position position(Lists lists, Sequence sequence) {
        return lists.one(Reads.TABLES, POSITION.with("sequence", sequence.name()), Positions::position, 0);
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
        if (!standby) {
            for (int at = 0; at < readable.size(); at += effort.locks()) {
                readLastValues(readable.subList(at, Math.min(at + effort.locks(), readable.size())));
            }
        }
        List<Look> left =
                readable.stream().filter(look -> look.position() == null).toList();
        List<Parts.Part> each = left.stream()
                .map(look -> POSITION.with("sequence", look.sequence().name()))
                .map(sql -> new Parts.Part(sql, 1, null, List.of()))
                .toList();
        parts.read(each, Positions::position).forEach((place, answer) -> {
            Look look = left.get(place);
            if (answer.value() == null) {
                look.unread(answer.unread());
            } else {
                look.stands(answer.value());
            }
        });
    }

    // A function in one statement, where a read of each sequence has to be planned. It tells nothing of one that has
    // handed out no value, and one that cannot be read costs all of them their answer: those are read one by one.
    private void readLastValues(List<Look> looks) {
        Map<Long, Look> byId = new HashMap<>();
        looks.forEach(look -> byId.put(look.sequence().id(), look));
        try {
            lists.list(
                    Reads.TABLES,
                    LAST_VALUES,
                    row -> {
                        Long last = row.numberOrNull("last_value");
                        Look look = byId.get(row.number("sequence_id"));
                        if (last != null && look != null) {
                            look.stands(new Position(last, true));
                        }
                        return row.number("sequence_id");
                    },
                    (Object) byId.keySet().toArray(Long[]::new));
        } catch (SqlFailure e) {
            if (!Parts.isOfOnePart(e)) {
                throw e;
            }
        }
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

    private static Position position(Row row) throws SQLException {
        return new Position(row.number("last_value"), row.flag("is_called"));
    }
}
