package dev.dbsh.sequence;

import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.Row;
import dev.dbsh.report.Column;
import java.sql.SQLException;
import java.util.List;

/** What a role may do with a sequence: {@code select}, {@code usage} (nextval), {@code update} (nextval and setval). */
record Right(String role, List<String> privileges) {
    static final List<Column<Right>> COLUMNS =
            List.of(Column.text("role", Right::role), Column.text("privileges", Right::privileges));

    static Right of(Row row) throws SQLException {
        String role = row.text("role");
        return new Right(role.equals("public") ? role : Identifier.readable(role), row.texts("privileges"));
    }
}
