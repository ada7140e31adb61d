package dev.dbsh.query;

import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Row;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A table that was changed without its rows being counted.
 *
 * @param table null for what has no name any more
 * @param why {@code emptied or redefined}
 */
record NotCounted(@Nullable QualifiedName table, String why) {

    static NotCounted of(Row row) throws SQLException {
        QualifiedName table =
                row.textOrNull("table_name") == null ? null : row.qualifiedName("schema_name", "table_name");
        return new NotCounted(table, row.text("why"));
    }

    String words() {
        return table == null ? "what was " + why : table + " (" + why + ")";
    }
}
