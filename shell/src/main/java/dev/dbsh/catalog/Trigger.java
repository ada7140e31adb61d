package dev.dbsh.catalog;

import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Row;
import dev.dbsh.report.Column;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trigger of a table.
 *
 * @param enabled {@code on}, {@code off}, {@code always} or {@code on replica only}
 * @param definition null while the table is locked and the condition would need it
 */
record Trigger(
        String name,
        String enabled,
        QualifiedName function,
        @Nullable String definition) {

    static final List<Column<Trigger>> COLUMNS = List.of(
            Column.text("trigger", trigger -> Identifier.readable(trigger.name())),
            Column.text("enabled", Trigger::enabled),
            Column.text("function", trigger -> trigger.function().toString()),
            Column.text("definition", Trigger::definition));

    static Trigger of(Row row) throws SQLException {
        return new Trigger(
                row.text("name"),
                row.text("enabled"),
                row.qualifiedName("function_schema", "function_name"),
                row.textOrNull("definition"));
    }
}
