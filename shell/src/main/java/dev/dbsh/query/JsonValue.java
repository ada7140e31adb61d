package dev.dbsh.query;

import dev.dbsh.pg.wire.ResultColumn;
import org.jspecify.annotations.Nullable;

/**
 * A value of the server's as JSON has it: whole numbers, floating ones and booleans by their type, points in time as ISO
 * 8601. All else is the server's own text.
 */
final class JsonValue {
    private JsonValue() {}

    static @Nullable Object of(@Nullable Object value, ResultColumn column) {
        if (!(value instanceof String text)) {
            return value;
        }
        if (column.isInteger()) {
            return Long.valueOf(text);
        }
        if (column.isFloating()) {
            return Double.valueOf(text);
        }
        if (column.isBoolean()) {
            return text.equals("t");
        }
        return column.isTimestamp() ? Iso8601.of(text) : text;
    }
}
