package dev.dbsh.sequence;

import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Row;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * @param pid null for a prepared transaction
     * @param state null when the role may not see it
     */
    record Writer(
            @Nullable Long pid,
            @Nullable String state,
            @Nullable Long seconds) {

        private static Writer of(Row row) throws SQLException {
            return new Writer(row.numberOrNull("pid"), row.textOrNull("state"), row.numberOrNull("open_seconds"));
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
        Long[] tables = sequences.stream()
                .flatMap(sequence -> sequence.compared().stream())
                .map(column -> column.table().id())
                .distinct()
                .toArray(Long[]::new);
        Map<Long, List<Writer>> writers = new LinkedHashMap<>();
        session.list(
                Reads.CATALOG,
                OPEN,
                row -> writers.computeIfAbsent(row.number("table_id"), id -> new ArrayList<>())
                        .add(Writer.of(row)),
                (Object) tables);
        return writers;
    }

    /** How many sessions there are besides this one. */
    long others() {
        return session.one(Reads.CATALOG, OTHERS, row -> row.number("sessions"));
    }
}
