package dev.dbsh.sequence;

import dev.dbsh.report.Report;
import java.util.List;
import java.util.stream.Collectors;

/** What to type so that sequences are no longer behind. */
final class Repair {
    private static final int MOST_NAMES = 5;

    private Repair() {}

    /** With the command that repairs those of them that can be; one that fits on a line, or the one for all. */
    static <R> Report<R> hinted(Report<R> report, List<SequenceState> states, Filter filter) {
        List<SequenceState> repairable =
                states.stream().filter(state -> state.target() != null).toList();
        if (repairable.isEmpty()) {
            return report;
        }
        boolean all = filter.isEverything() || repairable.size() > MOST_NAMES;
        return report.withHint(all ? "sequences fix --all" : command(repairable));
    }

    static String command(List<SequenceState> states) {
        return states.stream()
                .map(state -> state.sequence().name().toString())
                .collect(Collectors.joining(" ", "sequences fix ", ""));
    }
}
