package dev.dbsh.advice;

import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Row;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.Sql;
import dev.dbsh.report.Failure;
import dev.dbsh.report.Origin;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 23505: the sequence that feeds a column of the key, when there is one, and the row that holds the key. */
final class DuplicateKey implements Lookup {
    private static final Sql KEY_COLUMNS = Sql.of(DuplicateKey.class, "key-columns.sql");

    private final SequenceRepair sequences;

    DuplicateKey(SequenceRepair sequences) {
        this.sequences = sequences;
    }

    /** A column of the key; of an expression nothing is known. */
    private record KeyColumn(@Nullable String name, QualifiedName table) {
        static KeyColumn of(Row row) throws SQLException {
            return new KeyColumn(row.textOrNull("name"), row.qualifiedName("root_schema", "root_table"));
        }
    }

    @Override
    public Suggestion on(Mishap mishap) {
        Failure failure = mishap.failure();
        Origin origin = failure.origin();
        if (origin == null || origin.constraint() == null) {
            return Suggestion.NONE;
        }
        List<KeyColumn> columns = mishap.session()
                .list(Reads.CATALOG, KEY_COLUMNS, KeyColumn::of, origin.schema(), origin.table(), origin.constraint());
        Suggestion sequence =
                sequence(mishap.session(), columns, StoredKey.find(failure).orElse(null));
        if (!sequence.commands().isEmpty()) {
            return sequence;
        }
        return new Suggestion(sequence.words(), row(failure).commands());
    }

    /** What the failure alone tells: the row that holds the key, or what the table is. */
    static Suggestion row(Failure failure) {
        Origin origin = failure.origin();
        if (origin == null || origin.schema() == null || origin.table() == null) {
            return Suggestion.NONE;
        }
        QualifiedName table = new QualifiedName(origin.schema(), origin.table());
        return Suggestion.command(
                StoredKey.find(failure).flatMap(key -> key.select(table)).orElse("describe " + table));
    }

    private Suggestion sequence(Session session, List<KeyColumn> columns, @Nullable StoredKey key) {
        List<String> values = key == null || key.values().size() != columns.size() ? List.of() : key.values();
        List<Suggestion> found = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            KeyColumn column = columns.get(i);
            String value = values.isEmpty() ? null : values.get(i);
            if (column.name() != null) {
                sequences
                        .findRepair(session, column.table(), column.name(), value)
                        .ifPresent(found::add);
            }
        }
        Optional<Suggestion> first =
                found.stream().filter(each -> !each.commands().isEmpty()).findFirst();
        return first.orElse(found.isEmpty() ? Suggestion.NONE : found.get(0));
    }
}
