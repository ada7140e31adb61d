package dev.dbsh.sequence;

import org.jspecify.annotations.Nullable;

/**
 * Where a sequence stands.
 *
 * @param called false when the last value has not been handed out yet
 */
record Position(long lastValue, boolean called) {

    /** The value the next {@code nextval} hands out; null when it will fail. */
    @Nullable
    Long next(Steps steps) {
        return called ? steps.after(lastValue) : (Long) lastValue;
    }
}
