package dev.dbsh.catalog;

import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.Row;
import dev.dbsh.report.Column;
import dev.dbsh.report.Meaning;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role.
 *
 * @param rights what it may do beyond its grants
 * @param connectionLimit null for none
 * @param validUntil until when its password is good; null for ever
 */
record Role(
        String name,
        Rights rights,
        List<String> memberOf,
        @Nullable Long connectionLimit,
        @Nullable String validUntil) {

    /** The attributes of a role. */
    record Rights(
            boolean login,
            boolean superuser,
            boolean createrole,
            boolean createdb,
            boolean replication,
            boolean bypassrls) {}

    static final List<Column<Role>> COLUMNS = List.of(
            Column.text("role", role -> Identifier.readable(role.name())),
            Column.text("login", role -> role.rights().login()),
            Column.<Role>text("superuser", role -> role.rights().superuser())
                    .meaning(role -> role.rights().superuser() ? Meaning.WARNING : Meaning.PLAIN),
            Column.text("createrole", role -> role.rights().createrole()),
            Column.text("createdb", role -> role.rights().createdb()),
            Column.text("replication", role -> role.rights().replication()),
            Column.text("bypassrls", role -> role.rights().bypassrls()),
            Column.text("member_of", Role::memberOf),
            Column.number("connection_limit", Role::connectionLimit),
            Column.text("valid_until", Role::validUntil));

    static Role of(Row row) throws SQLException {
        Rights rights = new Rights(
                row.flag("login"),
                row.flag("superuser"),
                row.flag("createrole"),
                row.flag("createdb"),
                row.flag("replication"),
                row.flag("bypassrls"));
        return new Role(
                row.text("name"),
                rights,
                row.texts("member_of").stream().map(Identifier::readable).toList(),
                row.numberOrNull("connection_limit"),
                row.textOrNull("valid_until"));
    }
}
