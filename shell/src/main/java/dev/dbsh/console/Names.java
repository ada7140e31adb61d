package dev.dbsh.console;

import dev.dbsh.pg.QualifiedName;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The names that Tab offers, loaded in the background over a connection of their own that is closed again at once.
 * Whoever asks gets what is known, and never waits.
 */
public final class Names {
    private static final Sql NAMES = Sql.of(Names.class, "names.sql");

    private final Supplier<Session> connector;
    private volatile NameTable table = NameTable.EMPTY;
    private volatile @Nullable RuntimeException failure;
    private boolean loading;
    private boolean wanted;

    /** @param connector gives a session of its own each time, connecting or connected */
    public Names(Supplier<Session> connector) {
        this.connector = connector;
    }

    /** Loads them again, soon: to be called after DDL. Many calls at once make one or two loads. */
    public synchronized void refresh() {
        wanted = true;
        if (!loading) {
            loading = true;
            Thread thread = new Thread(this::work, "dbsh-names");
            thread.setDaemon(true);
            thread.start();
        }
    }

    NameTable table() {
        return table;
    }

    /** Why the last load gave nothing new; null when it did. */
    @Nullable
    RuntimeException failure() {
        return failure;
    }

    private void work() {
        while (isWanted()) {
            try (Session session = connector.get()) {
                table = read(session);
                failure = null;
            } catch (RuntimeException e) {
                // Shown at the Tab that misses the names, not in the middle of someone's work.
                failure = e;
            }
        }
    }

    private synchronized boolean isWanted() {
        loading = wanted;
        wanted = false;
        return loading;
    }

    private static NameTable read(Session session) {
        Map<NameTable.Kind, List<QualifiedName>> names = new EnumMap<>(NameTable.Kind.class);
        List<String> path = new ArrayList<>();
        for (Portion portion : session.list(Reads.CATALOG, NAMES, Names::portion)) {
            if (portion.kind().equals("path")) {
                path.addAll(SearchPath.schemas(portion.names().get(0), portion.schema()));
            } else {
                NameTable.Kind kind = NameTable.Kind.valueOf(portion.kind().toUpperCase(Locale.ROOT));
                List<QualifiedName> list = names.computeIfAbsent(kind, none -> new ArrayList<>());
                portion.names().forEach(name -> list.add(new QualifiedName(portion.schema(), name)));
            }
        }
        Map<NameTable.Kind, NameList> lists = new EnumMap<>(NameTable.Kind.class);
        names.forEach((kind, list) -> lists.put(kind, new NameList(list)));
        return new NameTable(lists, path);
    }

    private record Portion(String kind, String schema, List<String> names) {}

    private static Portion portion(Row row) throws SQLException {
        return new Portion(row.text("kind"), row.text("schema_name"), row.texts("names"));
    }
}
