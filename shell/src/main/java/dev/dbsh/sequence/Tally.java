package dev.dbsh.sequence;

import dev.dbsh.report.Outcome;
import dev.dbsh.report.Plural;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many sequences stand how, as one sentence. */
record Tally(int all, Map<Status, Integer> counts, Outcome outcome) {

    static Tally of(List<SequenceState> states) {
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        Outcome outcome = Outcome.OK;
        for (SequenceState state : states) {
            if (state.status() != Status.CYCLE || state.outcome() == Outcome.FINDINGS) {
                counts.merge(state.status(), 1, Integer::sum);
            }
            outcome = outcome.and(state.outcome());
        }
        return new Tally(states.size(), Map.copyOf(counts), outcome);
    }

    Tally and(Tally other) {
        Map<Status, Integer> sum = new EnumMap<>(Status.class);
        sum.putAll(counts);
        other.counts.forEach((status, count) -> sum.merge(status, count, Integer::sum));
        return new Tally(all + other.all, Map.copyOf(sum), outcome.and(other.outcome));
    }

    private int count(Status status) {
        return counts.getOrDefault(status, 0);
    }

    String verdict() {
        if (all == 0) {
            return "no sequence matches";
        }
        List<String> parts = new ArrayList<>();
        String sequences = Plural.of(all, "sequence");
        int behind = count(Status.BEHIND);
        parts.add(behind == 0 ? sequences + " checked, none behind" : behind + " of " + sequences + " behind");
        add(parts, Status.EXHAUSTED, "exhausted");
        add(parts, Status.NEAR_END, "near the end");
        add(parts, Status.CYCLE, "about to cycle into stored rows");
        add(parts, Status.UNKNOWN, "could not be read");
        return String.join(", ", parts);
    }

    private void add(List<String> parts, Status status, String words) {
        if (count(status) > 0) {
            parts.add(count(status) + " " + words);
        }
    }
}
