package dev.dbsh.console;

import dev.dbsh.console.cursor.Kind;
import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.Sql;
import dev.dbsh.pg.SqlFailure;
import dev.dbsh.pg.TransactionState;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The names that Tab offers, loaded in the background over a connection of their own. Whoever asks gets what is known,
 * and never waits for it.
 */
public final class Names {
    private static final Sql SESSION_PATH = Sql.of(Names.class, "session-path.sql");
    private static final Sql TEMPORARY = Sql.of(Names.class, "temporary-names.sql");

    /** After that somebody else may have made new ones; they are loaded again at the next Tab. */
    private static final long FRESH_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final BackgroundReads reads;
    private final Columns columns;
    private final Set<Part> used = new HashSet<>(Set.of(Part.FIRST));
    private final Set<Part> queued = new HashSet<>();
    private final Set<Part> answered = new HashSet<>();
    private NameTable table = NameTable.EMPTY;
    private @Nullable List<String> ownPath;
    private volatile @Nullable RuntimeException failure;
    private long loaded = System.nanoTime();

    /** What is loaded together. No record: what makes two records equal is made at run time, while the prompt waits. */
    private static final class Part {
        static final Part INDEXES = of("index-names.sql", EnumSet.of(Kind.INDEX));
        static final Part OTHERS = of(
                "other-names.sql", EnumSet.of(Kind.TYPE, Kind.DATABASE, Kind.TABLESPACE, Kind.EXTENSION, Kind.SETTING));

        /** What nearly every Tab needs; the others are needed now and then. */
        static final Part FIRST = of(
                "names.sql",
                EnumSet.of(
                        Kind.TABLE,
                        Kind.FOREIGN_TABLE,
                        Kind.VIEW,
                        Kind.MATERIALIZED_VIEW,
                        Kind.SEQUENCE,
                        Kind.FUNCTION,
                        Kind.PROCEDURE,
                        Kind.SCHEMA,
                        Kind.ROLE));

        static final List<Part> ALL = List.of(FIRST, INDEXES, OTHERS);

        private final Sql sql;
        private final Set<Kind> kinds;

        private Part(Sql sql, Set<Kind> kinds) {
            this.sql = sql;
            this.kinds = kinds;
        }

        private static Part of(String file, Set<Kind> kinds) {
            return new Part(Sql.of(Names.class, file), Set.copyOf(kinds));
        }
    }

    /** @param connector gives a session of its own each time, connecting or connected */
    public Names(Supplier<Session> connector) {
        this.reads = new BackgroundReads(connector);
        this.columns = new Columns(reads);
    }

    /** Loads them again, soon: to be called after DDL. Many calls at once make one or two loads. */
    public synchronized void refresh() {
        reads.reconnect();
        columns.forget();
        loaded = System.nanoTime();
        used.forEach(this::load);
    }

    /**
     * The same, and asks the shell's own session for what only that one knows: its search path and its temporary tables.
     * To be called by the thread that the session belongs to; inside a transaction nothing is asked.
     */
    public void refresh(Session own) {
        refresh();
        try {
            if (own.findServer().isPresent() && own.transaction() == TransactionState.NONE) {
                List<String> path = own.one(Reads.SEARCH_PATH, SESSION_PATH, row -> row.texts("schemas"));
                boolean temporary = path.stream().anyMatch(schema -> schema.startsWith("pg_temp_"));
                takeOwn(path, temporary ? NameRows.read(own, TEMPORARY).lists(Set.of()) : Map.of());
            }
        } catch (SqlFailure e) {
            failure = e;
        }
    }

    /**
     * What is known. What the kinds need besides is loaded, for which a Tab that is about nothing else waits a little, and
     * all of it is loaded again when it has become old.
     */
    synchronized NameTable table(Set<Kind> kinds) {
        for (Part part : Part.ALL) {
            if (!Collections.disjoint(part.kinds, kinds) && used.add(part)) {
                load(part);
                if (part.kinds.containsAll(kinds)) {
                    Patience.await(this, () -> answered.contains(part));
                }
            }
        }
        if (System.nanoTime() - loaded > FRESH_NANOS) {
            refresh();
        }
        return table;
    }

    Columns columns() {
        return columns;
    }

    /** Why the last load gave nothing new; null when it did. */
    @Nullable
    RuntimeException failure() {
        return failure;
    }

    private synchronized void load(Part part) {
        if (queued.add(part)) {
            reads.later(session -> load(part, session), e -> giveUp(part, e));
        }
    }

    private void load(Part part, Session session) {
        begin(part);
        NameRows rows = NameRows.read(session, part.sql);
        Map<Kind, NameList> lists = rows.lists(part.kinds);
        take(part, lists, rows.searchPath());
    }

    // What changes from now on needs another load.
    private synchronized void begin(Part part) {
        queued.remove(part);
    }

    private synchronized void take(Part part, Map<Kind, NameList> lists, List<String> path) {
        List<String> known = ownPath == null ? path : ownPath;
        table = table.with(lists, known.isEmpty() ? table.searchPath() : known);
        failure = null;
        answered.add(part);
        notifyAll();
    }

    private synchronized void takeOwn(List<String> path, Map<Kind, NameList> temporary) {
        ownPath = path;
        table = new NameTable(table.names(), temporary, path);
    }

    // Shown at the Tab that misses the names, not in the middle of someone's work.
    private synchronized void giveUp(Part part, RuntimeException e) {
        queued.remove(part);
        failure = e;
        answered.add(part);
        notifyAll();
    }
}
