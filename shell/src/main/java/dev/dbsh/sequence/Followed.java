package dev.dbsh.sequence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A sequence that has been advanced, and who may still bring in values of before. */
final class Followed {
    private static final int MOST_NAMES = 3;
    private static final int MOST_SEEN = 3;

    private final List<String> seen = new ArrayList<>();
    private final Map<String, Writers.Writer> open = new LinkedHashMap<>();
    private List<Writers.Other> holders = List.of();
    private List<Writers.Writer> ended = List.of();
    private Fixed row;
    private boolean gone;
    private boolean looked;
    private int moves;
    private String refused = "";

    /** @param row what became of it; its transactions and sessions of before are not known yet */
    Followed(Fixed row) {
        this.row = row;
    }

    Sequence sequence() {
        return row.state().sequence();
    }

    SequenceState state() {
        return row.state();
    }

    /** Those that are there now may have values of before. */
    void begins(Set<Writers.Writer> writers, List<Writers.Other> others) {
        open.clear();
        writers.forEach(writer -> open.put(writer.transaction(), writer));
        holders = sequence().steps().cache() > 1 ? others : List.of();
        looked = false;
    }

    /** Of those that were there, some have gone; what they had written is to be seen when the sequence is read next. */
    void goesOn(Set<Writers.Writer> writers, Set<String> others) {
        Set<String> still = writers.stream().map(Writers.Writer::transaction).collect(Collectors.toSet());
        ended = open.values().stream()
                .filter(writer -> !still.contains(writer.transaction()))
                .toList();
        ended.forEach(writer -> open.remove(writer.transaction()));
        holders = holders.stream()
                .filter(holder -> others.contains(holder.name()))
                .toList();
    }

    /** It was dropped meanwhile. */
    void isGone() {
        gone = true;
        seen.add("dropped meanwhile");
    }

    void stands(SequenceState now) {
        row = row.standing(now);
        looked = true;
    }

    /** It had fallen behind, and that has come of it; true when it was advanced. */
    boolean movedAgain(Fixed again) {
        SequenceState was = state();
        row = row.standing(again.state());
        if (!again.is(FixOutcome.ADVANCED)) {
            refused = again.outcome().words() + (again.reason().isEmpty() ? "" : ": " + again.reason());
            return false;
        }
        refused = "";
        moves++;
        if (moves <= MOST_SEEN) {
            seen.add(behind(was) + who() + ": advanced again");
        }
        return true;
    }

    private static String behind(SequenceState state) {
        BigInteger gap = state.gap();
        return "behind again" + (gap == null ? "" : " by " + gap.negate());
    }

    private String who() {
        return ended.isEmpty()
                ? ", through rows with ids of their own"
                : " after the end of what " + names(ended) + " had written";
    }

    /** True when nobody can bring in a value of before any more. */
    boolean isClean() {
        boolean nobody = open.isEmpty() && holders.isEmpty();
        return gone
                || (looked && nobody && !state().isBehind() && state().unread().isEmpty());
    }

    /** What was seen, and what may still come. */
    Fixed told() {
        Fixed told = row;
        for (String each : seen) {
            told = told.saying(each);
        }
        if (moves > MOST_SEEN) {
            told = told.saying("advanced again " + moves + " times in all");
        }
        return isClean() ? told : stillOpen(told);
    }

    private Fixed stillOpen(Fixed seenSoFar) {
        Fixed told = seenSoFar;
        for (String reason : state().unread()) {
            told = told.saying(reason);
        }
        if (state().isBehind()) {
            told = told.saying(behind(state()) + who()).saying(refused);
        }
        if (!open.isEmpty()) {
            told = told.saying("what " + names(List.copyOf(open.values())) + " has taken or written is not seen yet");
        }
        return holders.isEmpty()
                ? told
                : told.saying(
                        "may still hand out older values, " + sequence().steps().cache() + " at a time: "
                                + names(holders) + "; to reconnect, or to run discard sequences");
    }

    private static String names(List<?> all) {
        String first = all.stream().limit(MOST_NAMES).map(Object::toString).collect(Collectors.joining("; "));
        return all.size() <= MOST_NAMES ? first : first + " and " + (all.size() - MOST_NAMES) + " more";
    }
}
