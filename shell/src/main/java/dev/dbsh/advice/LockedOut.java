package dev.dbsh.advice;

import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Row;
import dev.dbsh.pg.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** 55P03: who was in the way is not known afterwards, but who has locks on the same tables now is. */
final class LockedOut implements Lookup {
    private static final Sql HOLDERS = Sql.of(LockedOut.class, "lock-holders.sql");
    private static final Set<String> ROW_WRITERS =
            Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "WITH", "COPY");

    @Override
    public Suggestion on(Mishap mishap) {
        String[] words = mishap.words().toArray(new String[0]);
        List<Holder> holders = mishap.session()
                .list(Reads.CATALOG, HOLDERS, LockedOut::holder, words, !ROW_WRITERS.contains(mishap.verb()));
        List<String> said = new ArrayList<>(Words.LOCKED.words());
        Set<String> commands = new LinkedHashSet<>();
        for (Holder holder : holders) {
            said.add(holder.words());
            commands.add("locks --all --table " + holder.table());
        }
        return new Suggestion(said, List.copyOf(commands));
    }

    private record Holder(QualifiedName table, String words) {}

    private static Holder holder(Row row) throws SQLException {
        QualifiedName table = row.qualifiedName("schema_name", "name");
        return new Holder(table, words(row, table));
    }

    private static String words(Row row, QualifiedName table) throws SQLException {
        Long pid = row.numberOrNull("pid");
        if (pid == null) {
            return table + " is locked now by a prepared transaction, " + row.text("mode");
        }
        String user = row.textOrNull("user_name");
        String application = row.textOrNull("application_name");
        String state = row.textOrNull("state");
        return table + " is locked now by pid " + pid
                + (user == null ? "" : ", user " + Identifier.readable(user))
                + (application == null || application.isEmpty() ? "" : ", " + application)
                + (state == null ? "" : ", " + state)
                + ", " + row.text("mode");
    }
}
