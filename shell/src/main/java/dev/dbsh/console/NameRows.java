package dev.dbsh.console;

import dev.dbsh.console.cursor.Kind;
import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Row;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names as a statement brings them: a text for each kind and schema. */
final class NameRows {
    private final Map<Kind, NameListMaker> names = new EnumMap<>(Kind.class);
    private final List<String> searchPath = new ArrayList<>();

    static NameRows read(Session session, Sql sql) {
        NameRows rows = new NameRows();
        for (Portion portion : session.list(Reads.CATALOG, sql, NameRows::portion)) {
            rows.add(portion);
        }
        return rows;
    }

    private record Portion(String kind, String schema, String names) {}

    private static Portion portion(Row row) throws SQLException {
        return new Portion(row.text("kind"), row.text("schema_name"), row.text("names"));
    }

    private void add(Portion portion) {
        if (portion.kind().equals("path")) {
            searchPath.addAll(SearchPath.schemas(portion.names(), portion.schema()));
            return;
        }
        Kind kind = Kind.valueOf(portion.kind().toUpperCase(Locale.ROOT));
        names.computeIfAbsent(kind, none -> new NameListMaker()).add(portion.schema(), portion.names());
    }

    /** The schemas that need not be typed; empty where the statement does not say. */
    List<String> searchPath() {
        return searchPath;
    }

    /** @param kinds those that have a list although there are none */
    Map<Kind, NameList> lists(Set<Kind> kinds) {
        Map<Kind, NameList> lists = new EnumMap<>(Kind.class);
        kinds.forEach(kind -> lists.put(kind, NameList.EMPTY));
        names.forEach((kind, maker) -> lists.put(kind, maker.list()));
        return lists;
    }
}
