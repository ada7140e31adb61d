package dev.dbsh.catalog;

import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.Row;
import dev.dbsh.report.Column;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row-level security policy.
 *
 * @param visible which rows it lets be seen; null when it says nothing of them, or while the table is locked
 * @param allowed which rows it lets be written
 */
record Policy(
        String name,
        String command,
        boolean permissive,
        List<String> roles,
        @Nullable String visible,
        @Nullable String allowed) {

    static final List<Column<Policy>> COLUMNS = List.of(
            Column.text("policy", policy -> Identifier.readable(policy.name())),
            Column.text("command", Policy::command),
            Column.text("permissive", Policy::permissive),
            Column.text("roles", Policy::roles),
            Column.text("using", Policy::visible),
            Column.text("with_check", Policy::allowed));

    static Policy of(Row row) throws SQLException {
        return new Policy(
                row.text("name"),
                row.text("command"),
                row.flag("permissive"),
                row.texts("roles").stream().map(Identifier::readable).toList(),
                row.textOrNull("visible_rows"),
                row.textOrNull("allowed_rows"));
    }
}
