package dev.dbsh.sequence;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What there is to say of a sequence that no field says. */
final class Note {
    private final SequenceState state;
    private final Sequence sequence;
    private final List<String> notes = new ArrayList<>();

    private Note(SequenceState state) {
        this.state = state;
        this.sequence = state.sequence();
    }

    static String of(SequenceState state) {
        Note note = new Note(state);
        note.sight();
        note.uses();
        note.stored();
        note.surroundings();
        return String.join("; ", note.notes);
    }

    private void sight() {
        notes.addAll(state.unread());
        if (state.standby()) {
            notes.add("standby: values may be up to 32 increments ahead");
        }
    }

    private void uses() {
        if (!sequence.isUsed()) {
            notes.add("no column uses it");
        }
        for (FedColumn column : sequence.columns()) {
            if (!column.compared()) {
                notes.add(uncompared(column));
            } else if (state.isBehind() && column.isReadable()) {
                notes.addAll(unguarded(column));
            }
        }
        if (sequence.compared().isEmpty()) {
            sequence.mentions().stream()
                    .filter(mention -> mention.column() == null)
                    .forEach(mention -> notes.add("possible consumer: " + mention));
        }
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

    private void stored() {
        if (state.stored().outside()) {
            notes.add("rows outside its range are left out");
        }
        if (state.passesStored()) {
            notes.add("stored values ahead of it lie between its steps");
        }
        outliers();
        if (state.isBehind() && state.target() == null && state.unread().isEmpty() && !state.standby()) {
            notes.add("no free value is left beyond the stored ones");
        }
        BigInteger gap = state.gap();
        if (state.status() == Status.AHEAD && gap != null) {
            notes.add("ahead by " + gap);
        }
        Long next = state.next();
        if (state.status() == Status.EXHAUSTED
                && next != null
                && !sequence.usable().contains(next)) {
            notes.add("the column ends at " + end());
        }
    }

    private void outliers() {
        BigDecimal outlier = state.stored().outlier();
        Long from = state.target() == null ? state.next() : state.target();
        if (outlier != null && from != null) {
            notes.add("far beyond all others and left out: rows from " + Stored.shown(outlier) + " on; "
                    + sequence.steps().countBefore(from, outlier) + " values are free before them");
        }
    }

    private void surroundings() {
        Steps steps = sequence.steps();
        if (steps.cycles()) {
            notes.add("begins again at " + steps.start() + " after " + steps.end());
        }
        if (steps.cache() > 1 && state.isBehind()) {
            notes.add("sessions take " + steps.cache() + " values at a time and may hold older ones");
        }
        if (sequence.isSubscribed()) {
            notes.add("logical replication writes into its table: fix it at the switchover");
        }
        String extension = sequence.standing().extension();
        if (extension != null) {
            notes.add("part of extension " + extension);
        }
    }

    private long end() {
        return sequence.steps().isAscending()
                ? sequence.usable().high()
                : sequence.usable().low();
    }
}
