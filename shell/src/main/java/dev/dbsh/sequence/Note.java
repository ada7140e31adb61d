package dev.dbsh.sequence;

import java.util.ArrayList;
import java.util.List;

/** What there is to say of a sequence that no field says. */
final class Note {
    private Note() {}

    static String of(SequenceState state) {
        List<String> notes = new ArrayList<>(state.unread());
        if (state.standby()) {
            notes.add("standby: last_value may run up to 32 ahead");
        }
        Sequence sequence = state.sequence();
        if (sequence.columns().isEmpty()) {
            notes.add("no column uses it");
        }
        for (FedColumn column : sequence.columns()) {
            if (!column.compared()) {
                notes.add(uncompared(column));
            } else if (state.isBehind() && column.isReadable()) {
                notes.addAll(unguarded(column));
            }
        }
        if (sequence.steps().cycles()) {
            notes.add("begins again at " + sequence.steps().start() + " after "
                    + sequence.steps().end());
        }
        notes.addAll(stored(state));
        return String.join("; ", notes);
    }

    private static String uncompared(FedColumn column) {
        return switch (column.how()) {
            case EXPRESSION -> column + " makes something else of it: not compared";
            case OWNED -> column + " owns it but its default does not use it";
            case POSSIBLE, IDENTITY, DEFAULT -> column + " may use it";
        };
    }

    private static List<String> unguarded(FedColumn column) {
        return switch (column.unique()) {
            case ALONE -> List.of();
            case IN_TABLE -> List.of(column.table() + " has child tables: duplicates in them go unnoticed");
            case TOGETHER -> List.of(column + " is unique only together with other columns");
            case NONE -> List.of(column + " has no unique index: duplicates go unnoticed");
        };
    }

    private static List<String> stored(SequenceState state) {
        List<String> notes = new ArrayList<>();
        if (state.stored().outside()) {
            notes.add("rows outside its range are left out");
        }
        if (state.passesStored()) {
            notes.add("stored values ahead of it lie between its steps");
        }
        if (state.stored().atTheEnd() != null) {
            notes.add("a row at the end of its range: " + state.stored().shown());
        }
        if (state.isBehind() && state.target() == null && state.unread().isEmpty() && !state.standby()) {
            notes.add("no free value is left beyond the stored ones");
        }
        Long next = state.next();
        if (state.status() == Status.EXHAUSTED
                && next != null
                && !state.sequence().usable().contains(next)) {
            notes.add("the column ends at " + end(state.sequence()));
        }
        return notes;
    }

    private static long end(Sequence sequence) {
        return sequence.steps().isAscending()
                ? sequence.usable().high()
                : sequence.usable().low();
    }
}
