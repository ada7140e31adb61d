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
 * A constraint of a table.
 *
 * @param validated false when rows from before it were never checked
 * @param own false when another table's constraint refers to the one described
 * @param definition null while the table is locked and the definition would need it
 */
record Constraint(
        String name,
        String kind,
        QualifiedName table,
        boolean validated,
        boolean own,
        @Nullable String definition) {

    static final List<Column<Constraint>> COLUMNS = List.of(
            Column.text("constraint", constraint -> Identifier.readable(constraint.name())),
            Column.text("kind", Constraint::kind),
            Column.<Constraint>text("validated", Constraint::validated)
                    .meaning(constraint -> constraint.validated() ? Meaning.PLAIN : Meaning.WARNING),
            Column.text("definition", Constraint::definition));

    static final List<Column<Constraint>> REFERENCES = List.of(
            Column.text("table", constraint -> constraint.table().toString()),
            Column.text("constraint", constraint -> Identifier.readable(constraint.name())),
            Column.text("validated", Constraint::validated),
            Column.text("definition", Constraint::definition));

    static Constraint of(Row row) throws SQLException {
        return new Constraint(
                row.text("name"),
                row.text("kind"),
                row.qualifiedName("table_schema", "table_name"),
                row.flag("validated"),
                row.flag("own"),
                row.textOrNull("definition"));
    }
}
