package dev.dbsh.sequence;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a sequence stands.
 *
 * @param called false when the last value has not been handed out yet
 */
record Position(long lastValue, boolean called) {

    private static final String LAST_VALUE = "last_value";
    private static final String CALLED = "is_called";

    /** As it is recorded. */
    Map<String, String> values() {
        return Map.of(LAST_VALUE, Long.toString(lastValue), CALLED, Boolean.toString(called));
    }

    /** Reads what was recorded; null when nothing was. */
    static @Nullable Position recorded(Map<String, String> values) {
        String last = values.get(LAST_VALUE);
        return last == null ? null : new Position(Long.parseLong(last), Boolean.parseBoolean(values.get(CALLED)));
    }

    /** {@code 7 was handed out}, {@code 7 is next} */
    String words() {
        return lastValue + (called ? " was handed out" : " is next");
    }

    /** The value the next {@code nextval} hands out; null when it will fail. */
    @Nullable
    Long next(Steps steps) {
        return called ? steps.after(lastValue) : (Long) lastValue;
    }
}
