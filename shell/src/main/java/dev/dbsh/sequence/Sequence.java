package dev.dbsh.sequence;

import dev.dbsh.pg.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sequence and what it feeds, as the catalog has it.
 *
 * @param obstacle why its position cannot be read; null when it can
 */
record Sequence(QualifiedName name, Steps steps, @Nullable String obstacle, List<FedColumn> columns) {

    Sequence {
        columns = List.copyOf(columns);
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
}
