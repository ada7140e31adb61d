package dev.dbsh.sequence;

import dev.dbsh.pg.SimpleName;
import dev.dbsh.pg.Sql;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a column's stored values; the answer is one of them, or none.
 *
 * @param tree asks a table with all below it
 * @param alone asks a table without its children
 * @param ascending true when of two answers the greater one counts
 */
record Ask(Sql tree, Sql alone, boolean ascending, List<Object> arguments) {
    private static final Sql FURTHEST = Sql.of(Ask.class, "furthest.sql");
    private static final Sql FURTHEST_ALONE = Sql.of(Ask.class, "furthest-in-table.sql");
    private static final Sql WITHIN = Sql.of(Ask.class, "stored-within.sql");
    private static final Sql WITHIN_ALONE = Sql.of(Ask.class, "stored-within-in-table.sql");
    private static final Sql COLLISION = Sql.of(Ask.class, "first-collision.sql");
    private static final Sql COLLISION_ALONE = Sql.of(Ask.class, "first-collision-in-table.sql");
    private static final SimpleName MAX = new SimpleName("max");
    private static final SimpleName MIN = new SimpleName("min");

    Ask {
        arguments = List.copyOf(arguments);
    }

    /** The value furthest along the sequence's direction. */
    static Ask furthest(Sequence sequence) {
        boolean ascending = sequence.steps().isAscending();
        SimpleName which = ascending ? MAX : MIN;
        return new Ask(FURTHEST.with("furthest", which), FURTHEST_ALONE.with("furthest", which), ascending, List.of());
    }

    /** The value furthest along in a range, or the nearest. */
    static Ask within(Sequence sequence, Range range, boolean furthest) {
        boolean greatest = sequence.steps().isAscending() == furthest;
        SimpleName which = greatest ? MAX : MIN;
        return new Ask(
                WITHIN.with("furthest", which),
                WITHIN_ALONE.with("furthest", which),
                greatest,
                List.of(range.low(), range.high()));
    }

    /** The value that the sequence meets first, of those that a unique index on the column would know. */
    static Ask collision(Sequence sequence, FedColumn column, Range way) {
        Steps steps = sequence.steps();
        SimpleName which = steps.isAscending() ? MIN : MAX;
        Sql alone = COLLISION_ALONE.with("nearest", which);
        return new Ask(
                column.unique() == Unique.IN_TABLE ? alone : COLLISION.with("nearest", which),
                alone,
                !steps.isAscending(),
                List.of(way.low(), way.high(), steps.isAscending() ? way.low() : way.high(), steps.increment()));
    }

    /** Of the answers of two tables the one that counts. */
    @Nullable
    BigDecimal better(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return ascending ? one.max(other) : one.min(other);
    }
}
