package dev.dbsh.advice;

import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Row;
import dev.dbsh.pg.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** 42501: what the owner would have to grant, for each relation that the statement names and the role may not use so. */
final class MissingPrivilege implements Lookup {
    private static final Sql PRIVILEGES = Sql.of(MissingPrivilege.class, "privileges.sql");
    private static final int MOST = 3;
    private static final Map<String, String> NEEDED = Map.of(
            "INSERT", "insertable",
            "UPDATE", "updatable",
            "DELETE", "deletable",
            "TRUNCATE", "truncatable");

    @Override
    public Suggestion on(Mishap mishap) {
        String verb = mishap.verb();
        String role = Identifier.readable(mishap.session().server().user());
        String[] words = mishap.words().toArray(new String[0]);
        List<String> grants = new ArrayList<>();
        mishap.session()
                .list(Reads.CATALOG, PRIVILEGES, row -> grants(row, verb), (Object) words)
                .forEach(grants::addAll);
        if (grants.isEmpty()) {
            return Suggestion.NONE;
        }
        List<String> asked = grants.subList(0, Math.min(MOST, grants.size())).stream()
                .map(grant -> grant + " to " + role + ";")
                .toList();
        return Suggestion.words("the owner or a superuser can grant it: " + String.join(" ", asked));
    }

    private static List<String> grants(Row row, String verb) throws SQLException {
        QualifiedName name = row.qualifiedName("schema_name", "name");
        List<String> grants = new ArrayList<>();
        if (!row.flag("schema_usable")) {
            grants.add("grant usage on schema " + Identifier.readable(name.schema()));
        }
        if (row.flag("sequence")) {
            if (!row.flag("readable")) {
                grants.add("grant usage on sequence " + name);
            }
            return grants;
        }
        String needed = NEEDED.get(verb);
        if (needed != null && !row.flag(needed)) {
            grants.add("grant " + verb.toLowerCase(Locale.ROOT) + " on " + name);
        } else if (!row.flag("readable")) {
            grants.add("grant select on " + name);
        }
        return grants;
    }
}
