package dev.dbsh.catalog;

import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Row;
import dev.dbsh.report.Column;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function, procedure, aggregate or window function.
 *
 * @param returns null for a procedure
 */
record Function(
        QualifiedName name, String arguments, @Nullable String returns, String kind) {

    static final List<Column<Function>> COLUMNS = List.of(
            Column.text("function", function -> function.name().toString()),
            Column.text("arguments", Function::arguments),
            Column.text("returns", Function::returns),
            Column.text("kind", Function::kind));

    static Function of(Row row) throws SQLException {
        return new Function(
                row.qualifiedName("schema_name", "name"),
                row.text("arguments"),
                row.textOrNull("returns"),
                row.text("kind"));
    }
}
