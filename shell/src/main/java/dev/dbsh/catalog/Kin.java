package dev.dbsh.catalog;

import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Row;
import dev.dbsh.report.Column;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table right above or below another in a tree of partitions or of inheritance.
 *
 * @param bound which rows the partition takes; null for plain inheritance
 */
record Kin(QualifiedName table, boolean below, @Nullable String bound) {

    static final List<Column<Kin>> COLUMNS =
            List.of(Column.text("table", kin -> kin.table().toString()), Column.text("bound", Kin::bound));

    static Kin of(Row row) throws SQLException {
        return new Kin(row.qualifiedName("schema_name", "name"), row.flag("below"), row.textOrNull("bound"));
    }
}
