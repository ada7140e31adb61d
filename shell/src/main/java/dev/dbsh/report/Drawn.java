package dev.dbsh.report;

import org.jspecify.annotations.Nullable;

/**
 * A value that people see drawn or shortened, and programs as it is.
 *
 * @param shown the text for people
 * @param value what the text stands for: anything else that a column may hold
 */
public record Drawn(String shown, @Nullable Object value) {

    /** What programs get of a value. */
    public static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Drawn drawn ? drawn.value() : value;
    }
}
