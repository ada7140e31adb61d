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
        public List<String> statements(int most, int bytes) {
            return List.of();
        }
    };

    /** The next ones in their order, at most so many and so long; every one of them is sent. */
    List<String> statements(int most, int bytes);
}
