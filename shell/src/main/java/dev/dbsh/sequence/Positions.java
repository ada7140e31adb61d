package dev.dbsh.sequence;

import dev.dbsh.pg.Lists;
import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Row;
import dev.dbsh.pg.SimpleName;
import dev.dbsh.pg.Sql;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where sequences stand against the columns that they feed. */
final class Positions {
    private static final Sql POSITION = Sql.of(Positions.class, "position.sql");
    private static final Sql ALONE = Sql.of(Positions.class, "position-alone.sql");
    private static final Sql WITHIN = Sql.of(Positions.class, "stored-within.sql");
    private static final Sql COLLISION = Sql.of(Positions.class, "first-collision.sql");
    private static final Sql COLLISION_IN_TABLE = Sql.of(Positions.class, "first-collision-in-table.sql");
    private static final SimpleName MAX = new SimpleName("max");
    private static final SimpleName MIN = new SimpleName("min");

    private final Lists lists;
    private final Parts parts;

    Positions(Lists lists) {
        this.lists = lists;
        this.parts = new Parts(lists);
    }

    /** The statement that tells where a sequence stands. */
    static String tells(Sequence sequence) {
        return "select last_value, is_called from " + sequence.name();
    }

    /** Where it stands, whatever is stored. */
    Position position(Sequence sequence) {
        return lists.one(Reads.TABLES, ALONE.with("sequence", sequence.name()), Positions::reading, 0)
                .position();
    }

    /** In the order in which they are given. */
    List<SequenceState> of(List<Sequence> sequences, boolean standby) {
        List<Look> looks =
                sequences.stream().map(sequence -> new Look(sequence, standby)).toList();
        readPositions(looks);
        readWithinRange(looks);
        readHoles(looks);
        readCollisions(looks);
        return looks.stream().map(Look::state).toList();
    }

    private void readPositions(List<Look> looks) {
        List<Errand<Reading>> errands = new ArrayList<>();
        for (Look look : looks) {
            Sequence sequence = look.sequence();
            if (sequence.standing().obstacle() == null && look.readable().isEmpty()) {
                Parts.Part alone = new Parts.Part(ALONE.with("sequence", sequence.name()), 1, false, List.of());
                errands.add(new Errand<>(alone, look, reading -> look.stands(reading.position())));
            } else if (sequence.standing().obstacle() == null) {
                look.readable().forEach(column -> errands.add(position(look, column)));
            }
        }
        run(errands, Positions::reading);
    }

    private static Errand<Reading> position(Look look, FedColumn column) {
        Sql sql = POSITION.with("sequence", look.sequence().name()).with("furthest", furthest(look));
        return new Errand<>(part(sql, column, List.of()), look, reading -> {
            look.stands(reading.position());
            look.holds(column, reading.furthest());
        });
    }

    private void readWithinRange(List<Look> looks) {
        List<Errand<Value>> errands = new ArrayList<>();
        for (Look look : looks) {
            for (FedColumn column : look.outOfRange()) {
                errands.add(new Errand<>(
                        within(look, column, look.sequence().usable()),
                        look,
                        value -> look.holds(column, value.number())));
            }
        }
        run(errands, row -> value(row, "furthest"));
    }

    private void readHoles(List<Look> looks) {
        readHoles(looks, Hole::farBefore, Positions::furthest, Hole::holdsBefore);
        readHoles(looks, Hole::beyond, Positions::nearest, Hole::holdsAfter);
    }

    private void readHoles(
            List<Look> looks,
            Function<Hole, Range> where,
            Function<Look, SimpleName> which,
            BiConsumer<Hole, @Nullable BigDecimal> delivery) {
        List<Errand<Value>> errands = new ArrayList<>();
        for (Look look : looks) {
            Hole hole = look.hole();
            if (hole != null) {
                Sql sql = WITHIN.with("furthest", which.apply(look));
                Range range = where.apply(hole);
                look.readable()
                        .forEach(column -> errands.add(new Errand<>(
                                part(sql, column, List.of(range.low(), range.high())),
                                look,
                                value -> delivery.accept(hole, value.number()))));
            }
        }
        run(errands, row -> value(row, "furthest"));
    }

    private void readCollisions(List<Look> looks) {
        List<Errand<Value>> errands = new ArrayList<>();
        for (Look look : looks) {
            Range way = look.way();
            if (way != null) {
                look.readable().stream()
                        .filter(FedColumn::isGuarded)
                        .forEach(column -> errands.add(new Errand<>(
                                collision(look, column, way), look, value -> look.collides(value.number()))));
            }
        }
        run(errands, row -> value(row, "nearest"));
    }

    private static Parts.Part within(Look look, FedColumn column, Range range) {
        return part(WITHIN.with("furthest", furthest(look)), column, List.of(range.low(), range.high()));
    }

    private static Parts.Part collision(Look look, FedColumn column, Range way) {
        Steps steps = look.sequence().steps();
        long next = steps.isAscending() ? way.low() : way.high();
        return part(
                collision(look.sequence(), column), column, List.of(way.low(), way.high(), next, steps.increment()));
    }

    /** Gives the stored value that the sequence meets first, of those that a unique index on the column would know. */
    static Sql collision(Sequence sequence, FedColumn column) {
        Sql sql = column.unique() == Unique.IN_TABLE ? COLLISION_IN_TABLE : COLLISION;
        return sql.with("nearest", sequence.steps().isAscending() ? MIN : MAX);
    }

    private static Parts.Part part(Sql sql, FedColumn column, List<Object> arguments) {
        return new Parts.Part(
                sql.with("table", column.table().name()).with("column", column.name()),
                column.reading().relations() + 1,
                !column.reading().indexed(),
                arguments);
    }

    private static SimpleName furthest(Look look) {
        return look.sequence().steps().isAscending() ? MAX : MIN;
    }

    private static SimpleName nearest(Look look) {
        return look.sequence().steps().isAscending() ? MIN : MAX;
    }

    /** A part, the look that it is for, and what is to be done with its answer. */
    private record Errand<T>(Parts.Part part, Look look, Consumer<T> delivery) {}

    private <T> void run(List<Errand<T>> errands, Row.Reader<T> reader) {
        Map<Integer, Parts.Answer<T>> answers =
                parts.read(errands.stream().map(Errand::part).toList(), reader);
        answers.forEach((place, answer) -> {
            Errand<T> errand = errands.get(place);
            if (answer.value() == null) {
                errand.look().unread(answer.unread());
            } else {
                errand.delivery().accept(answer.value());
            }
        });
    }

    private record Reading(Position position, @Nullable BigDecimal furthest) {}

    private record Value(@Nullable BigDecimal number) {}

    private static Reading reading(Row row) throws SQLException {
        Position position = new Position(row.number("last_value"), row.flag("is_called"));
        return new Reading(position, value(row, "furthest").number());
    }

    private static Value value(Row row, String column) throws SQLException {
        String text = row.textOrNull(column);
        return new Value(text == null ? null : Numeric.of(text));
    }
}
