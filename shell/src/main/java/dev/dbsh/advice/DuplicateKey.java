package dev.dbsh.advice;

import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Sql;
import dev.dbsh.report.Origin;
import java.util.List;
import java.util.Optional;

/** 23505: most often a sequence is behind the values that are stored already. */
final class DuplicateKey implements Lookup {
    static final String CHECK = "sequences check";

    private static final Sql KEY_COLUMN = Sql.of(DuplicateKey.class, "key-column.sql");

    private final SequenceRepair sequences;

    DuplicateKey(SequenceRepair sequences) {
        this.sequences = sequences;
    }

    @Override
    public Suggestion on(Mishap mishap) {
        Origin origin = mishap.failure().origin();
        if (origin == null || origin.schema() == null || origin.table() == null || origin.constraint() == null) {
            return Suggestion.command(CHECK);
        }
        QualifiedName table = new QualifiedName(origin.schema(), origin.table());
        List<String> columns = mishap.session()
                .list(
                        Reads.CATALOG,
                        KEY_COLUMN,
                        row -> row.text("name"),
                        table.schema(),
                        table.name(),
                        origin.constraint());
        Optional<String> repair = columns.isEmpty() ? Optional.empty() : sequences.findRepair(table, columns.get(0));
        return repair.map(command -> new Suggestion(
                        List.of("the sequence of " + table + " is behind the stored values: this moves it on"),
                        List.of(command)))
                .orElse(Suggestion.command(CHECK));
    }
}
