package dev.dbsh.catalog;

import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Row;
import dev.dbsh.report.Column;
import dev.dbsh.report.Meaning;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index.
 *
 * @param columns its keys; {@code (expression)} stands for one that is not a column
 * @param valid false when building it failed: it costs writes and serves no reads
 * @param definition null while its table is locked
 */
record TableIndex(
        QualifiedName name,
        String method,
        boolean primary,
        boolean unique,
        boolean valid,
        List<String> columns,
        @Nullable String definition) {

    static final List<Column<TableIndex>> COLUMNS = List.of(
            Column.text("index", index -> index.name().toString()),
            Column.text("columns", TableIndex::columns),
            Column.text("kind", TableIndex::kind),
            Column.<TableIndex>text("valid", TableIndex::valid)
                    .meaning(index -> index.valid() ? Meaning.PLAIN : Meaning.BAD),
            Column.text("definition", TableIndex::definition));

    static TableIndex of(Row row) throws SQLException {
        return new TableIndex(
                row.qualifiedName("schema_name", "name"),
                row.text("method"),
                row.flag("is_primary"),
                row.flag("is_unique"),
                row.flag("is_valid"),
                row.texts("columns").stream().map(TableIndex::key).toList(),
                row.textOrNull("definition"));
    }

    private static String key(String column) {
        return column.equals("(expression)") ? column : Identifier.readable(column);
    }

    private String kind() {
        if (primary) {
            return "primary key";
        }
        return unique ? "unique " + method : method;
    }
}
