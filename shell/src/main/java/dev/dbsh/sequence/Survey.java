package dev.dbsh.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A look at many sequences.
 *
 * @param kept those that were wanted, in order of their names
 * @param tally of all of them
 */
record Survey(List<SequenceState> kept, Tally tally) {
    Survey {
        kept = List.copyOf(kept);
    }

    static Survey of(List<SequenceState> states, Predicate<SequenceState> wanted) {
        return new Survey(states.stream().filter(wanted).toList(), Tally.of(states));
    }

    static Survey together(List<Survey> parts) {
        List<SequenceState> kept = new ArrayList<>();
        Tally tally = Tally.of(List.of());
        for (Survey part : parts) {
            kept.addAll(part.kept());
            tally = tally.and(part.tally());
        }
        return new Survey(kept, tally);
    }
}
