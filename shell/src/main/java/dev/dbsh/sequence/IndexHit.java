package dev.dbsh.sequence;

import dev.dbsh.report.Column;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a sequence runs into what a unique index holds.
 *
 * @param collision the first stored value on its way; null when there is none, or when none can be told
 * @param failsOnInsert 1 when the next insert fails, n when the n-th does
 * @param onlyFor the rows that are concerned when the index has other columns too
 */
record IndexHit(
        String index,
        List<String> columns,
        @Nullable BigDecimal collision,
        @Nullable Long failsOnInsert,
        List<String> onlyFor,
        String note) {
    static final List<Column<IndexHit>> COLUMNS = List.of(
            Column.text("index", IndexHit::index),
            Column.text("columns", IndexHit::columns),
            Column.number("first_collision", hit -> hit.collision() == null ? null : Stored.shown(hit.collision())),
            Column.number("fails_on_insert", IndexHit::failsOnInsert),
            Column.text("only_for", IndexHit::onlyFor),
            Column.text("note", IndexHit::note));

    IndexHit {
        columns = List.copyOf(columns);
        onlyFor = List.copyOf(onlyFor);
    }
}
