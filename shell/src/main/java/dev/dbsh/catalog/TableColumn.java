package dev.dbsh.catalog;

import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.Row;
import dev.dbsh.report.Column;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column of a relation.
 *
 * @param fallback the default, or what a generated column is computed from
 * @param generated how it is computed; null when it is stored as given
 * @param hidden true when the role may not select it
 */
record TableColumn(
        String name,
        String type,
        boolean nullable,
        @Nullable String fallback,
        @Nullable String identity,
        @Nullable String generated,
        boolean hidden,
        @Nullable String comment) {

    static final List<Column<TableColumn>> COLUMNS = List.of(
            Column.text("column", column -> Identifier.readable(column.name())),
            Column.text("type", TableColumn::type),
            Column.text("nullable", TableColumn::nullable),
            Column.text("default", TableColumn::fallback),
            Column.text("identity", TableColumn::identity),
            Column.text("note", TableColumn::note));

    static TableColumn of(Row row) throws SQLException {
        return new TableColumn(
                row.text("name"),
                row.text("type"),
                row.flag("nullable"),
                row.textOrNull("default_value"),
                row.textOrNull("identity"),
                row.textOrNull("generated"),
                row.flag("hidden"),
                row.textOrNull("comment"));
    }

    private @Nullable String note() {
        String locked = generated != null && fallback == null ? "expression not read: the table is locked" : null;
        String privilege = hidden ? "no select privilege" : null;
        String note = Stream.of(generated, locked, privilege, comment)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
        return note.isEmpty() ? null : note;
    }
}
