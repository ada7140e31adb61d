package dev.dbsh.query;

import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** How many rows of one table were changed, by the statement itself, a cascade or a trigger: the server counts them all. */
record ChangedRows(QualifiedName table, long inserted, long updated, long deleted) {

    static ChangedRows of(Row row) throws SQLException {
        return new ChangedRows(
                row.qualifiedName("schema_name", "table_name"),
                row.number("inserted"),
                row.number("updated"),
                row.number("deleted"));
    }

    /** What came to it since then. */
    ChangedRows since(ChangedRows before) {
        return new ChangedRows(table, inserted - before.inserted, updated - before.updated, deleted - before.deleted);
    }

    boolean isNone() {
        return inserted == 0 && updated == 0 && deleted == 0;
    }

    /** {@code 3 updated, 1 deleted in public.orders} */
    String words() {
        List<String> words = new ArrayList<>();
        add(words, inserted, "inserted");
        add(words, updated, "updated");
        add(words, deleted, "deleted");
        return String.join(", ", words) + " in " + table;
    }

    private static void add(List<String> words, long count, String what) {
        if (count > 0) {
            words.add(count + " " + what);
        }
    }
}
