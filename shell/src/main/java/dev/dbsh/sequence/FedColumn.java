package dev.dbsh.sequence;

import dev.dbsh.pg.SimpleName;
import org.jspecify.annotations.Nullable;

/**
 * A column that takes its values from a sequence.
 *
 * @param owned whether the sequence goes with the column, whatever uses it
 * @param compared true when its stored values are the sequence's own, so that they can be held against it
 * @param range what the column can hold
 * @param reading what it costs to read it, or why it cannot be
 */
record FedColumn(
        FedTable table,
        SimpleName name,
        How how,
        boolean owned,
        boolean compared,
        Range range,
        Unique unique,
        Reading reading) {

    /**
     * Whether the column can be read.
     *
     * @param relations how many relations a read of it locks
     * @param rowsWithoutIndex about how many rows a read of it walks through, because no index leads to its ends
     * @param obstacle why it cannot be read; null when it can
     */
    record Reading(
            int relations, long rowsWithoutIndex, @Nullable String obstacle) {}

    /** A column of which nothing is known but that its default names the sequence. */
    static FedColumn possible(FedTable table, SimpleName name) {
        return new FedColumn(
                table, name, How.POSSIBLE, false, false, Range.BIGINT, Unique.NONE, new Reading(0, 0, null));
    }

    /** Says that a read of it walks through its table; null when an index leads to its ends. */
    @Nullable
    String scan() {
        return reading.rowsWithoutIndex() == 0 ? null : scan(table, name, reading.rowsWithoutIndex());
    }

    static String scan(FedTable table, SimpleName column, long rows) {
        return "no index on " + table + "(" + column + "), " + rows + " rows";
    }

    /** True when it is proven that it takes its values from the sequence. */
    boolean isUser() {
        return how == How.EXPRESSION || (compared && how != How.POSSIBLE);
    }

    boolean isReadable() {
        return compared && reading.obstacle() == null;
    }

    /** True when a duplicate in the column is refused by an index on it alone. */
    boolean isGuarded() {
        return unique == Unique.ALONE || unique == Unique.IN_TABLE;
    }

    /** {@code schema.table.column}, as an operator would type it. */
    @Override
    public String toString() {
        return table + "." + name;
    }
}
