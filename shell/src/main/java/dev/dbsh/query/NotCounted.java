package dev.dbsh.query;

import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Row;
import java.sql.SQLException;

/** A table that was changed without its rows being counted, and why: {@code emptied or redefined}. */
record NotCounted(QualifiedName table, String why) {

    static NotCounted of(Row row) throws SQLException {
        return new NotCounted(row.qualifiedName("schema_name", "table_name"), row.text("why"));
    }

    String words() {
        return table + " (" + why + ")";
    }
}
