package dev.dbsh.sequence;

import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Row;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Others who are at the tables of a sequence now. */
final class Writers {
    private static final Sql OPEN = Sql.of(Writers.class, "open-writers.sql");
    private static final Sql OTHERS = Sql.of(Writers.class, "other-sessions.sql");

    private final Session session;

    Writers(Session session) {
        this.session = session;
    }

    /**
     * An open transaction that has written, or is about to.
     *
     * @param transaction names it as long as it is open
     * @param pid null for a prepared transaction
     * @param state null when the role may not see it
     */
    record Writer(
            String transaction,
            @Nullable Long pid,
            @Nullable String state,
            @Nullable Long seconds) {

        private static Writer of(Row row) throws SQLException {
            return new Writer(
                    row.text("transaction"),
                    row.numberOrNull("pid"),
                    row.textOrNull("state"),
                    row.numberOrNull("open_seconds"));
        }

        /** {@code pid 4711, idle in transaction, open for 3 s} */
        @Override
        public String toString() {
            if (pid == null) {
                return "a prepared transaction";
            }
            return "pid " + pid + (state == null ? "" : ", " + state)
                    + (seconds == null ? "" : ", open for " + seconds + " s");
        }
    }

    /** Those at the tables of a sequence, the oldest first. */
    List<Writer> of(Sequence sequence) {
        return byTable(List.of(sequence)).values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** Those at the tables of some sequences, by the oid of the table. */
    Map<Long, List<Writer>> byTable(List<Sequence> sequences) {
        return at(sequences.stream().flatMap(Writers::tables).distinct().toList());
    }

    /** Those at the tables of some sequences, and those that have taken values from them, by the oid of the sequence. */
    Map<Long, Set<Writer>> bySequence(List<Sequence> sequences) {
        Map<Long, List<Writer>> found = at(
                sequences.stream().flatMap(Writers::tablesAndItself).distinct().toList());
        Map<Long, Set<Writer>> writers = new HashMap<>();
        for (Sequence sequence : sequences) {
            Set<Writer> own = new LinkedHashSet<>();
            tablesAndItself(sequence).forEach(id -> own.addAll(found.getOrDefault(id, List.of())));
            writers.put(sequence.id(), own);
        }
        return writers;
    }

    private static Stream<Long> tables(Sequence sequence) {
        return sequence.compared().stream().map(column -> column.table().id());
    }

    private static Stream<Long> tablesAndItself(Sequence sequence) {
        return Stream.concat(tables(sequence), Stream.of(sequence.id()));
    }

    private Map<Long, List<Writer>> at(List<Long> relations) {
        Map<Long, List<Writer>> writers = new LinkedHashMap<>();
        session.list(
                Reads.CATALOG,
                OPEN,
                row -> writers.computeIfAbsent(row.number("table_id"), id -> new ArrayList<>())
                        .add(Writer.of(row)),
                (Object) relations.toArray(Long[]::new));
        return writers;
    }

    /**
     * A session besides this one.
     *
     * @param started when it was; null when the role may not see that
     * @param emptied true when it holds no value that a sequence has handed out in advance
     */
    record Other(
            long pid, @Nullable String started, @Nullable String application, boolean emptied) {

        private static Other of(Row row) throws SQLException {
            return new Other(
                    row.number("pid"),
                    row.textOrNull("started"),
                    row.textOrNull("application_name"),
                    row.flag("emptied"));
        }

        /** Names it as long as it is connected. */
        String name() {
            return pid + " " + started;
        }

        /** {@code pid 4711 (orders)} */
        @Override
        public String toString() {
            return "pid " + pid + (application == null || application.isEmpty() ? "" : " (" + application + ")");
        }
    }

    /** Those that may hold values that a sequence has handed out in advance. */
    List<Other> others() {
        return session.list(Reads.CATALOG, OTHERS, Other::of).stream()
                .filter(other -> !other.emptied())
                .toList();
    }
}
