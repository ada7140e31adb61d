package dev.dbsh.catalog;

import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.Row;
import dev.dbsh.report.Column;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A database of the server.
 *
 * @param bytes null when the role may not know
 * @param allowed false when nobody can connect
 * @param connectionLimit null for none
 */
record Database(
        String name,
        String owner,
        String encoding,
        String collate,
        @Nullable Long bytes,
        boolean allowed,
        @Nullable Long connectionLimit) {

    static final List<Column<Database>> COLUMNS = List.of(
            Column.text("database", database -> Identifier.readable(database.name())),
            Column.text("owner", database -> Identifier.readable(database.owner())),
            Column.text("encoding", Database::encoding),
            Column.text("collate", Database::collate),
            Column.number("size_bytes", Database::bytes),
            Column.text("connections", Database::connections),
            Column.text("note", database -> database.bytes() == null ? "size unknown: no connect privilege" : null));

    static Database of(Row row) throws SQLException {
        return new Database(
                row.text("name"),
                row.text("owner"),
                row.text("encoding"),
                row.text("collate"),
                row.numberOrNull("size_bytes"),
                row.flag("allowed"),
                row.numberOrNull("connection_limit"));
    }

    private String connections() {
        if (!allowed) {
            return "none allowed";
        }
        return connectionLimit == null ? "no limit" : "at most " + connectionLimit;
    }
}
