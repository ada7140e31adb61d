package dev.dbsh.sequence;

import dev.dbsh.pg.QualifiedName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Where sequences stood at a time.
 *
 * @param at by the server's clock
 * @param system the identifier of the server's data; empty where not everybody may know it
 */
record Sample(Instant at, String system, String database, List<Point> points) {
    Sample {
        points = List.copyOf(points);
    }

    /**
     * One sequence of them.
     *
     * @param id its oid
     */
    record Point(long id, QualifiedName name, Steps steps, Position position) {}

    /** The time between two samples. */
    record Span(Instant start, Instant end) {
        Duration length() {
            return Duration.between(start, end);
        }
    }

    static Sample of(Instant at, String system, String database, List<SequenceState> states) {
        List<Point> points = states.stream()
                .filter(state -> state.position() != null)
                .map(state -> point(state.sequence(), state))
                .toList();
        return new Sample(at, system, database, points);
    }

    private static Point point(Sequence sequence, SequenceState state) {
        Position position = state.position();
        if (position == null) {
            throw new IllegalArgumentException(sequence.name() + " was not read");
        }
        return new Point(sequence.id(), sequence.name(), sequence.steps(), position);
    }

    /** True when it cannot be of another database than that. */
    boolean isOf(String otherSystem, String otherDatabase) {
        boolean sameSystem = system.isEmpty() || otherSystem.isEmpty() || system.equals(otherSystem);
        return sameSystem && database.equals(otherDatabase);
    }
}
