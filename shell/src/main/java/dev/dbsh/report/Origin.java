package dev.dbsh.report;

import org.jspecify.annotations.Nullable;

/**
 * The objects that a failure is about, as far as the server names them apart from its words.
 *
 * @param query the statement inside a function that failed
 * @param queryPosition the character of that statement, counted from 1; 0 when there is none
 */
public record Origin(
        @Nullable String schema,
        @Nullable String table,
        @Nullable String column,
        @Nullable String dataType,
        @Nullable String constraint,
        @Nullable String query,
        int queryPosition) {

    /** {@code table public.orders, column id}; empty when no object is named. */
    public String objects() {
        StringBuilder objects = new StringBuilder();
        add(objects, "table ", table == null ? null : withSchema(table));
        add(objects, "column ", column);
        add(objects, "type ", dataType == null ? null : withSchema(dataType));
        add(objects, "constraint ", constraint);
        return objects.toString();
    }

    private String withSchema(String name) {
        return schema == null ? name : schema + "." + name;
    }

    private static void add(StringBuilder objects, String kind, @Nullable String name) {
        if (name != null) {
            objects.append(objects.isEmpty() ? "" : ", ").append(kind).append(name);
        }
    }
}
