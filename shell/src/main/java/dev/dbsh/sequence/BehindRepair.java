package dev.dbsh.sequence;

import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.TypedName;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what a sequence has to do with a duplicate key, and what to type. */
public final class BehindRepair {
    private final Sequences sequences;

    public BehindRepair(Session session) {
        this.sequences = new Sequences(session);
    }

    /**
     * How the sequence stands that feeds a column.
     *
     * @param sentence names it, and how far it is behind
     * @param command what to type; null when there is nothing to do about it
     */
    public record Standing(String sentence, @Nullable String command) {}

    /**
     * Looks for the sequence of a column, of several the one that is behind; empty when none feeds it.
     *
     * @param value that is stored already; null when it is not known
     */
    public Optional<Standing> find(QualifiedName table, String column, @Nullable String value) {
        return findState(table, column).map(state -> standing(state, column, value));
    }

    Optional<SequenceState> findState(QualifiedName table, String column) {
        Filter fedByIt = Filter.feeding(new TypedName(table.schema(), table.name()));
        return sequences.states(fedByIt).stream()
                .filter(state -> state.sequence().columns().stream()
                        .anyMatch(fed -> fed.table().name().equals(table)
                                && fed.name().name().equals(column)))
                .min(Comparator.comparing(SequenceState::status));
    }

    static Standing standing(SequenceState state, String column, @Nullable String value) {
        String name = state.sequence().name() + ", which feeds " + column + ", ";
        String show = "sequences show " + state.sequence().name();
        BigInteger gap = state.gap();
        if (state.isBehind() && gap != null) {
            String far = name + "is " + gap.negate() + " behind: its next value is " + state.next() + ", and "
                    + state.stored().settled() + " is stored";
            return new Standing(far, state.target() == null ? show : Repair.command(List.of(state)));
        }
        Position position = state.position();
        if (position == null || !state.unread().isEmpty() || state.standby()) {
            return new Standing(name + "could not be compared with the stored values", show);
        }
        if (position.called() && Long.toString(position.lastValue()).equals(value)) {
            return new Standing(
                    name + "gave that value, and is past the stored ones now: the statement can be run again", null);
        }
        return new Standing(name + "is not behind: its next value is " + state.next(), null);
    }
}
