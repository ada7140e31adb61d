package dev.dbsh.sequence;

import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.TypedName;
import java.util.List;
import java.util.Optional;

/** Finds what to type when a duplicate key was due to a sequence. */
public final class BehindRepair {
    private final Sequences sequences;

    public BehindRepair(Session session) {
        this.sequences = new Sequences(session);
    }

    /** The command that moves the sequence of the column on; empty when none feeds it, or none that is behind. */
    public Optional<String> find(QualifiedName table, String column) {
        Filter fedByIt = Filter.feeding(new TypedName(table.schema(), table.name()));
        return sequences.states(fedByIt).stream()
                .filter(SequenceState::isBehind)
                .filter(state -> state.sequence().columns().stream()
                        .anyMatch(fed -> fed.table().name().equals(table)
                                && fed.name().name().equals(column)))
                .filter(state -> state.target() != null)
                .findFirst()
                .map(state -> Repair.command(List.of(state)));
    }
}
