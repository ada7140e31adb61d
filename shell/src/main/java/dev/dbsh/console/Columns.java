package dev.dbsh.console;

import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Row;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.Sql;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns of tables, read when somebody first needs them and kept until the names may have changed. */
final class Columns {
    private static final Sql COLUMNS = Sql.of(Columns.class, "relation-columns.sql");

    /** Nobody joins more tables than that by hand. */
    private static final int MOST_TABLES = 20;

    private static final int MOST_KEPT = 20_000;

    private final BackgroundReads reads;
    private final Map<QualifiedName, List<String>> known = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<QualifiedName> asked = new HashSet<>();
    private int kept;
    private boolean failed;

    Columns(BackgroundReads reads) {
        this.reads = reads;
    }

    /** Those of the tables whose columns are known, after a short wait where they were asked for just now. */
    synchronized Map<QualifiedName, List<String>> of(Collection<QualifiedName> tables) {
        List<QualifiedName> missing = ask(tables);
        if (!failed && !missing.isEmpty()) {
            Patience.await(this, () -> missing.stream().noneMatch(asked::contains));
        }
        Map<QualifiedName, List<String>> found = new HashMap<>();
        for (QualifiedName table : tables) {
            List<String> columns = known.get(table);
            if (columns != null) {
                found.put(table, columns);
            }
        }
        return found;
    }

    /** Asks for what is not known, and waits for nothing; answers what was asked for. */
    synchronized List<QualifiedName> ask(Collection<QualifiedName> tables) {
        List<QualifiedName> missing = tables.stream()
                .filter(table -> !known.containsKey(table) && !asked.contains(table))
                .limit(MOST_TABLES)
                .toList();
        if (!missing.isEmpty()) {
            asked.addAll(missing);
            reads.later(session -> keep(missing, read(session, missing)), e -> giveUp(missing));
        }
        return missing;
    }

    synchronized void forget() {
        known.clear();
        asked.clear();
        kept = 0;
        failed = false;
    }

    private static Map<QualifiedName, List<String>> read(Session session, List<QualifiedName> tables) {
        Map<QualifiedName, List<String>> columns = new HashMap<>();
        for (TableColumns row : session.list(Reads.CATALOG, COLUMNS, Columns::row, schemas(tables), names(tables))) {
            columns.put(row.table(), row.columns());
        }
        return columns;
    }

    private static String[] schemas(List<QualifiedName> tables) {
        return tables.stream().map(QualifiedName::schema).distinct().toArray(String[]::new);
    }

    private static String[] names(List<QualifiedName> tables) {
        return tables.stream().map(QualifiedName::name).distinct().toArray(String[]::new);
    }

    private record TableColumns(QualifiedName table, List<String> columns) {}

    private static TableColumns row(Row row) throws SQLException {
        return new TableColumns(row.qualifiedName("schema_name", "name"), row.texts("columns"));
    }

    private synchronized void keep(List<QualifiedName> tables, Map<QualifiedName, List<String>> columns) {
        for (QualifiedName table : tables) {
            // What was forgotten meanwhile may be out of date.
            if (asked.remove(table)) {
                List<String> names = columns.getOrDefault(table, List.of());
                known.put(table, names);
                kept += names.size();
            }
        }
        Iterator<List<String>> eldest = known.values().iterator();
        while (kept > MOST_KEPT && eldest.hasNext()) {
            kept -= eldest.next().size();
            eldest.remove();
        }
        failed = false;
        notifyAll();
    }

    private synchronized void giveUp(List<QualifiedName> tables) {
        tables.forEach(asked::remove);
        failed = true;
        notifyAll();
    }
}
