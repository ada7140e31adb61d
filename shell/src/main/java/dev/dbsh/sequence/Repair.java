package dev.dbsh.sequence;

import dev.dbsh.report.Report;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** What to type so that sequences are no longer behind. */
final class Repair {
    private static final int MOST_HINTS = 5;
    private static final BigInteger MOST_STEPS = BigInteger.valueOf(10_000_000);

    private Repair() {}

    static <R> Report<R> hinted(Report<R> report, List<SequenceState> states) {
        List<String> statements =
                states.stream().flatMap(state -> findAdvance(state).stream()).toList();
        Report<R> hinted = report;
        for (String statement : statements.subList(0, Math.min(MOST_HINTS, statements.size()))) {
            hinted = hinted.withHint(statement);
        }
        return hinted;
    }

    /**
     * The statement that walks the sequence past the stored values. It needs no lock and cannot go back, whatever others
     * do meanwhile; empty when the way is too long for it, or when it is not to be gone.
     */
    static Optional<String> findAdvance(SequenceState state) {
        Long next = state.next();
        Long target = state.target();
        if (next == null || target == null || state.sequence().name().quoted().indexOf('\\') >= 0) {
            return Optional.empty();
        }
        BigInteger steps = state.sequence().steps().wholeSteps(next, BigDecimal.valueOf(target));
        if (steps.compareTo(MOST_STEPS) > 0) {
            return Optional.empty();
        }
        String literal = "'" + state.sequence().name().toString().replace("'", "''") + "'";
        return Optional.of("select count(nextval(" + literal + ")) from generate_series(1, " + steps + ");");
    }
}
