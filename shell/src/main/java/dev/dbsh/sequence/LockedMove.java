package dev.dbsh.sequence;

import dev.dbsh.command.Refusal;
import dev.dbsh.pg.Changing;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.Sql;
import dev.dbsh.pg.SqlFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Moves a sequence over a gap that is too wide to be walked: nobody writes into its tables and nobody takes a value from
 * it while the stored values are read again and it is moved beyond them.
 */
final class LockedMove {
    private static final Sql LOCK = Sql.of(LockedMove.class, "lock-writers-out.sql");
    private static final Sql LOCK_ROOT = Sql.of(LockedMove.class, "lock-root-out.sql");
    private static final Sql HOLD = Sql.of(LockedMove.class, "hold-sequence.sql");
    private static final Sql MOVE = Sql.of(LockedMove.class, "move.sql");

    static final Changing.Limits LIMITS = new Changing.Limits(Duration.ofMillis(500), Duration.ofSeconds(30));
    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final String LOCKED = "55P03";

    private final Session session;
    private final Effort effort;
    private @Nullable Long target;

    LockedMove(Session session, Effort effort) {
        this.session = session;
        this.effort = effort;
    }

    /** Gives up, with the server's failure, when others are at the tables each time. Answers false when it was not behind. */
    boolean move(Step step) {
        for (int attempt = 1; ; attempt++) {
            try {
                return session.change(LIMITS, changing -> inside(changing, step));
            } catch (SqlFailure e) {
                if (attempt == ATTEMPTS || !e.sqlState().equals(LOCKED)) {
                    throw e;
                }
                LockSupport.parkNanos(FIRST_PAUSE.multipliedBy(1L << attempt).toNanos());
            }
        }
    }

    /** What it hands out next when the move is kept; null when it was not to be moved. */
    @Nullable
    Long target() {
        return target;
    }

    private boolean inside(Changing changing, Step step) {
        holds(step).forEach(changing::hold);
        Sequence sequence = step.state().sequence();
        SequenceState now =
                new Positions(changing, effort).of(List.of(sequence), false).get(0);
        target = now.target();
        if (!now.unread().isEmpty()) {
            throw Refusal.of(Refusal.Kind.NOT_POSSIBLE, String.join("; ", now.unread()), "nothing was changed");
        }
        if (target != null) {
            changing.execute(MOVE, sequence.name().quoted(), target);
        }
        return target != null;
    }

    /** What keeps everybody else out, tables before the sequence and in the order of their oids. */
    private static List<Sql> holds(Step step) {
        Sequence sequence = step.state().sequence();
        List<Sql> tables = sequence.compared().stream()
                .sorted(Comparator.comparingLong(column -> column.table().id()))
                .map(LockedMove::lock)
                .distinct()
                .toList();
        return Stream.concat(tables.stream(), Stream.of(hold(sequence))).toList();
    }

    // The tables of a tree that are too many stay open to who writes into them by their own names. What such a one has
    // not committed is not seen, and afterwards it is said so.
    private static Sql lock(FedColumn column) {
        Sql lock = column.reading().relations() > Effort.USUAL.locks() ? LOCK_ROOT : LOCK;
        return lock.with("table", column.table().name());
    }

    /** What keeps everybody from taking a value. */
    static Sql hold(Sequence sequence) {
        return HOLD.with("sequence", sequence.name());
    }

    /** What would be run, as far as it is known before the locks are there. */
    static List<String> shown(Step step) {
        Sequence sequence = step.state().sequence();
        List<String> lines = new ArrayList<>(LIMITS.statements());
        holds(step).forEach(hold -> lines.add(hold.shown()));
        lines.add(MOVE.shown(sequence.name().quoted(), step.state().target()));
        lines.add("commit");
        return lines;
    }
}
