package dev.dbsh.render;

import com.google.gson.stream.JsonWriter;
import dev.dbsh.report.Column;
import dev.dbsh.report.Drawn;
import dev.dbsh.report.LongText;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows as objects: the class of a value decides how it is written. */
final class JsonRows<R> {
    /** The largest integer up to which every reader of JSON counts exactly. */
    private static final long EXACT = 1L << 53;

    private final List<Column<R>> columns;
    private final String[] keys;
    private final JsonWriter json;
    private final JsonText out;

    /** @param out where {@code json} writes to, for what it cannot take */
    JsonRows(List<Column<R>> columns, JsonWriter json, JsonText out) {
        this.columns = columns;
        this.json = json;
        this.out = out;
        this.keys = distinctKeys(columns);
    }

    private static String[] distinctKeys(List<? extends Column<?>> columns) {
        Set<String> given = new HashSet<>();
        for (Column<?> column : columns) {
            given.add(column.key());
        }
        Set<String> taken = new HashSet<>();
        String[] keys = new String[columns.size()];
        for (int i = 0; i < keys.length; i++) {
            String key = columns.get(i).key();
            keys[i] = key;
            for (int n = 2; !taken.add(keys[i]); n++) {
                String numbered = key + "_" + n;
                keys[i] = given.contains(numbered) ? key : numbered;
            }
        }
        return keys;
    }

    void keys() throws IOException {
        json.name("columns").beginArray();
        for (String key : keys) {
            json.value(key);
        }
        json.endArray();
    }

    void row(R row) throws IOException {
        json.beginObject();
        for (int i = 0; i < keys.length; i++) {
            json.name(keys[i]);
            value(Drawn.plain(columns.get(i).typedOf(row)));
        }
        json.endObject();
    }

    private void value(@Nullable Object value) throws IOException {
        if (value == null) {
            json.nullValue();
        } else if (value instanceof String text) {
            json.value(text);
        } else if (value instanceof Long number) {
            whole(number);
        } else if (value instanceof Integer number) {
            json.value(number);
        } else if (value instanceof Boolean flag) {
            json.value(flag);
        } else if (value instanceof Double number) {
            floating(number);
        } else if (value instanceof Duration duration) {
            json.jsonValue(Notation.seconds(duration));
        } else if (value instanceof List<?> list) {
            list(list);
        } else if (value instanceof Map<?, ?> map) {
            map(map);
        } else if (value instanceof LongText text) {
            longText(text);
        } else {
            json.value(Notation.MACHINES.of(value));
        }
    }

    // The writer takes strings whole, so it is given the opening quote alone.
    private void longText(LongText text) throws IOException {
        json.jsonValue("\"");
        text.writeTo(new JsonString(out));
        out.write('"');
    }

    private void whole(long number) throws IOException {
        if (number >= -EXACT && number <= EXACT) {
            json.value(number);
        } else {
            json.value(Long.toString(number));
        }
    }

    // JSON has no word for infinity and none for "not a number".
    private void floating(double number) throws IOException {
        if (Double.isFinite(number)) {
            json.value(number);
        } else {
            json.value(Double.toString(number));
        }
    }

    private void list(List<?> list) throws IOException {
        json.beginArray();
        for (Object element : list) {
            value(element);
        }
        json.endArray();
    }

    private void map(Map<?, ?> map) throws IOException {
        json.beginObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            json.name(String.valueOf(entry.getKey()));
            value(entry.getValue());
        }
        json.endObject();
    }
}
