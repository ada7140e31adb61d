package dev.dbsh.sequence;

import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;

/**
 * A unique index that a message names.
 *
 * @param ownTable the name of its table
 * @param table the same, or the table that it is a partition of
 * @param columns of the key; empty text for an expression
 */
record NamedKey(QualifiedName index, String ownTable, QualifiedName table, List<String> columns) {
    NamedKey {
        columns = List.copyOf(columns);
    }

    static NamedKey of(Row row) throws SQLException {
        return new NamedKey(
                row.qualifiedName("index_schema", "index_name"),
                row.text("table_name"),
                row.qualifiedName("root_schema", "root_table"),
                row.texts("columns"));
    }

    /** Those of them that the message can mean: what tells none of them apart is left out of account. */
    static List<NamedKey> meant(List<NamedKey> named, LoggedKey logged) {
        List<NamedKey> meant = named;
        meant = those(meant, key -> key.columns().equals(logged.columns()));
        meant = those(meant, key -> logged.names(key.ownTable()));
        return those(meant, key -> logged.names(key.index().schema()));
    }

    private static List<NamedKey> those(List<NamedKey> keys, Predicate<NamedKey> test) {
        List<NamedKey> some = keys.stream().filter(test).toList();
        return some.isEmpty() ? keys : some;
    }
}
