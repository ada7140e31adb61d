package dev.dbsh.journal;

import java.time.Instant;
import java.util.Map;

/**
 * What the journal has of one change.
 *
 * @param operation the name by which it can be undone
 * @param outcome empty when nobody could write how it ended
 * @param found what the object was found to be afterwards, by name
 */
public record Entry(String operation, Instant at, Intent intent, String outcome, Map<String, String> found) {

    public Entry {
        found = Map.copyOf(found);
    }

    /** What is known of a change that was made. */
    public static final String DONE = "done";

    /** The change was not made, or was undone as a whole. */
    public static final String FAILED = "failed";

    /** True when the change was made, as far as is known. */
    public boolean isDone() {
        return outcome.equals(DONE);
    }

    static Entry begun(String operation, Instant at, Intent intent) {
        return new Entry(operation, at, intent, "", Map.of());
    }

    Entry ended(String as, Map<String, String> then) {
        return new Entry(operation, at, intent, as, then);
    }
}
