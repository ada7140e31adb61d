package dev.dbsh.sequence;

import dev.dbsh.pg.Row;
import dev.dbsh.pg.SimpleName;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Something that may use a sequence: it names the sequence, and nothing proves that it takes its values.
 *
 * @param table the table that it would be for; null when none is known
 * @param column the column whose default names the sequence; null when it is not a default
 * @param by the routine, or the other object, that names it; empty for a default
 */
record Mention(@Nullable FedTable table, @Nullable SimpleName column, String by) {

    static Mention of(Row row) throws SQLException {
        String table = row.textOrNull("table_name");
        String column = row.textOrNull("column_name");
        FedTable fed = table == null
                ? null
                : new FedTable(row.number("table_id"), row.qualifiedName("table_schema", "table_name"), false, false);
        return new Mention(fed, column == null ? null : new SimpleName(column), by(row));
    }

    private static String by(Row row) throws SQLException {
        String object = row.textOrNull("object");
        if (object != null) {
            return object;
        }
        boolean isRoutine = row.textOrNull("routine_name") != null;
        return isRoutine ? "function " + row.qualifiedName("routine_schema", "routine_name") : "";
    }

    /** {@code sq.z (function sq.zf)}, as far as it is known. */
    @Override
    public String toString() {
        if (table == null) {
            return by;
        }
        String where = column == null ? table.toString() : table + "." + column;
        return by.isEmpty() ? where : where + " (" + by + ")";
    }
}
