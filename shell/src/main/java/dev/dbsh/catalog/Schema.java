package dev.dbsh.catalog;

import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.Row;
import dev.dbsh.report.Column;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schema.
 *
 * @param usable false when the role may not use what is in it
 */
record Schema(
        String name,
        String owner,
        long tables,
        long functions,
        boolean usable,
        @Nullable String comment) {

    static final List<Column<Schema>> COLUMNS = List.of(
            Column.text("schema", schema -> Identifier.readable(schema.name())),
            Column.text("owner", schema -> Identifier.readable(schema.owner())),
            Column.number("tables", Schema::tables),
            Column.number("functions", Schema::functions),
            Column.text("note", schema -> schema.usable() ? schema.comment() : "no usage privilege"));

    static Schema of(Row row) throws SQLException {
        return new Schema(
                row.text("name"),
                row.text("owner"),
                row.number("tables"),
                row.number("functions"),
                row.flag("usable"),
                row.textOrNull("comment"));
    }
}
