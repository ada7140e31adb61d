package dev.dbsh.catalog;

import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Row;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Anything with a name in {@code pg_class}.
 *
 * @param partition true when it is a part of another table
 * @param readable false when the role may not select from it
 * @param locked true while another session locks it, or what it is defined by, so that parts cannot be told
 */
record Relation(
        long id,
        QualifiedName name,
        Kind kind,
        boolean partition,
        String owner,
        RowSecurity rowSecurity,
        boolean readable,
        boolean locked,
        @Nullable String comment) {

    /**
     * Whether rows are hidden from some.
     *
     * @param active true when some may be hidden from this role
     */
    record RowSecurity(boolean enabled, boolean forced, boolean active) {}

    static Relation of(Row row) throws SQLException {
        return new Relation(
                row.number("id"),
                row.qualifiedName("schema_name", "name"),
                Kind.of(row.text("kind")),
                row.flag("partition"),
                row.text("owner"),
                new RowSecurity(
                        row.flag("row_security"), row.flag("row_security_forced"), row.flag("row_security_active")),
                row.flag("schema_usable") && row.flag("readable"),
                row.flag("locked"),
                row.textOrNull("comment"));
    }

    String words() {
        return (partition ? "partition" : kind.words()) + " " + name;
    }
}
