package dev.dbsh.lock;

import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Row;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a lock is on, in words, by its type. */
final class LockedThing {
    private LockedThing() {}

    static String words(String lockType, Row row) throws SQLException {
        return switch (lockType) {
            case "relation" -> relation(row);
            case "extend" -> "extension of " + relation(row);
            case "page" -> "page " + row.number("page") + " of " + relation(row);
            case "tuple" -> tuple(row);
            case "transactionid" ->
                row.flag("row_known") ? tuple(row) : "what transaction " + row.textOrNull("xid") + " has written";
            case "virtualxid" -> "the snapshot of " + row.textOrNull("virtualxid");
            case "spectoken" -> "a row that transaction " + row.textOrNull("xid") + " is inserting";
            case "advisory" -> "advisory " + AdvisoryKey.of(row) + elsewhere(row);
            case "object" -> object(row);
            default -> lockType + elsewhere(row);
        };
    }

    private static String tuple(Row row) throws SQLException {
        return relation(row) + " row (" + row.number("page") + "," + row.number("tuple") + ")";
    }

    private static String relation(Row row) throws SQLException {
        String schema = row.textOrNull("relation_schema");
        if (schema != null) {
            return new QualifiedName(schema, row.text("relation_name")).toString();
        }
        String database = row.textOrNull("elsewhere");
        return database == null
                ? "relation OID " + row.number("relation") + " (not committed yet)"
                : "relation OID " + row.number("relation") + " of database " + Identifier.readable(database)
                        + " (its name is not visible from here)";
    }

    private static String object(Row row) throws SQLException {
        String words = row.textOrNull("object_words");
        if (words != null) {
            return words;
        }
        return row.textOrNull("class_words") + " OID " + row.number("object_number") + elsewhere(row);
    }

    private static String elsewhere(Row row) throws SQLException {
        @Nullable String database = row.textOrNull("elsewhere");
        return database == null ? "" : " of database " + Identifier.readable(database);
    }
}
