package dev.dbsh.sequence;

import dev.dbsh.pg.QualifiedName;
import java.util.List;

/**
 * A sequence and what it feeds, as the catalog has it.
 *
 * @param id its oid
 * @param mentions what names it and may use it, without proof
 */
record Sequence(
        long id, QualifiedName name, Steps steps, Standing standing, List<FedColumn> columns, List<Mention> mentions) {

    Sequence {
        columns = List.copyOf(columns);
        mentions = List.copyOf(mentions);
    }

    /** The columns whose stored values can be held against it. */
    List<FedColumn> compared() {
        return columns.stream().filter(FedColumn::compared).toList();
    }

    /** What it can hand out and every column can take. */
    Range usable() {
        Range usable = steps.range();
        for (FedColumn column : compared()) {
            usable = usable.intersect(column.range());
        }
        return usable;
    }

    /** True when nothing about it has changed that a repair relies on. */
    boolean isMadeLike(Sequence other) {
        return steps.equals(other.steps) && consumers().equals(other.consumers());
    }

    private List<String> consumers() {
        return columns.stream()
                .map(column -> column + " " + column.how() + " " + column.range())
                .toList();
    }

    /** True when it is proven that the column takes its values from it. */
    boolean isUsedBy(FedColumn column) {
        return columns.stream().anyMatch(fed -> fed.isUser() && fed.toString().equals(column.toString()));
    }

    /** True when something uses it, or may. */
    boolean isUsed() {
        return !columns.isEmpty() || !mentions.isEmpty();
    }

    boolean isSubscribed() {
        return columns.stream().anyMatch(column -> column.table().subscribed());
    }
}
