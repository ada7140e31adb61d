package dev.dbsh.pg;

import java.util.List;

/**
 * The statements behind the one that runs, as far as they have passed every check and each may be sent before the one in
 * front of it has been answered: it has no effect that a failure before it would have to keep from happening.
 */
@FunctionalInterface
public interface Following {
    Following NOTHING = new Following() {
        @Override
        public List<String> statements(int most, int bytes, Stretch stretch) {
            return List.of();
        }
    };

    /** How far what is sent together may go. */
    enum Stretch {
        /** Whatever reads or changes rows. */
        ALL,
        /** Up to the first that changes rows, and with it: nothing goes behind it before it has been answered. */
        TO_CHANGE
    }

    /** The next ones in their order, at most so many and so long; every one of them is sent. */
    List<String> statements(int most, int bytes, Stretch stretch);

    /** True when the one that runs only reads, as far as its text tells. */
    default boolean isBehindRead() {
        return false;
    }

    /** Prepares for the question for so many while the server works, and nothing else is to be done. */
    default void prepare(int most) {}
}
