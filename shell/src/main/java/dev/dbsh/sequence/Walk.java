package dev.dbsh.sequence;

import dev.dbsh.pg.Changing;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.Sql;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Moves a sequence over a gap by taking the values in it: no lock, and no way back whatever others do meanwhile. */
final class Walk {
    private static final Sql ADVANCE = Sql.of(Walk.class, "advance.sql");
    private static final Changing.Limits LIMITS = new Changing.Limits(Duration.ofMillis(500), Duration.ofSeconds(60));
    // More than once only when this session had taken values in advance and hands those out first.
    private static final int ROUNDS = 5;

    private final Session session;

    Walk(Session session) {
        this.session = session;
    }

    /** Answers false when nothing was left to be taken. */
    boolean advance(Step step) {
        return session.change(LIMITS, changing -> rounds(changing, step.state())) > 0;
    }

    private static int rounds(Changing changing, SequenceState state) {
        Sequence sequence = state.sequence();
        for (int round = 0; round < ROUNDS; round++) {
            BigInteger left = left(LastValues.position(changing, sequence).next(sequence.steps()), state);
            if (left.signum() <= 0) {
                return round;
            }
            changing.executeForGood(
                    ADVANCE, LastValues.tells(sequence), sequence.name().quoted(), left.longValueExact());
        }
        return ROUNDS;
    }

    private static BigInteger left(@Nullable Long next, SequenceState state) {
        Long target = state.target();
        return next == null || target == null
                ? BigInteger.ZERO
                : state.sequence().steps().wholeSteps(next, BigDecimal.valueOf(target));
    }

    /** What would be run. */
    static String shown(Step step) {
        return ADVANCE.shown(
                step.state().sequence().name().quoted(), step.steps().longValueExact());
    }
}
