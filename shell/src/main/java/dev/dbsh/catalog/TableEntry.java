package dev.dbsh.catalog;

import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Row;
import dev.dbsh.report.Column;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table or view in the list.
 *
 * @param rows as the server last counted; null when it never did
 * @param bytes with indexes and TOAST, as the last VACUUM or ANALYZE saw it; null before the first
 */
record TableEntry(
        QualifiedName name,
        Kind kind,
        boolean partition,
        @Nullable Long rows,
        @Nullable Long bytes,
        boolean readable) {

    static final List<Column<TableEntry>> COLUMNS = List.of(
            Column.text("table", entry -> entry.name().toString()),
            Column.text(
                    "kind",
                    entry -> entry.partition() ? "partition" : entry.kind().words()),
            Column.number("rows_estimate", TableEntry::rows),
            Column.number("size_bytes", TableEntry::bytes),
            Column.text("note", entry -> entry.readable() ? null : "no select privilege"));

    static TableEntry of(Row row) throws SQLException {
        return new TableEntry(
                row.qualifiedName("schema_name", "name"),
                Kind.of(row.text("kind")),
                row.flag("partition"),
                row.numberOrNull("rows_estimate"),
                row.numberOrNull("size_bytes"),
                row.flag("readable"));
    }
}
