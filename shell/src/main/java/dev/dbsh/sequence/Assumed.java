package dev.dbsh.sequence;

import dev.dbsh.pg.TypedName;

/** A column that takes its values from a sequence by the operator's word, although nothing in the catalog proves it. */
record Assumed(TypedName table, String column) {

    /**
     * Reads {@code table.column} or {@code schema.table.column}.
     *
     * @throws IllegalArgumentException worded for the operator
     */
    static Assumed parse(String typed) {
        int dot = lastDot(typed);
        if (dot < 0) {
            throw new IllegalArgumentException("\"" + typed + "\" is no column: write table.column");
        }
        return new Assumed(
                TypedName.parse(typed.substring(0, dot)),
                TypedName.parse(typed.substring(dot + 1)).name());
    }

    boolean isMeant(FedColumn fed) {
        return fed.name().name().equals(column)
                && fed.table().name().name().equals(table.name())
                && (table.schema() == null
                        || table.schema().equals(fed.table().name().schema()));
    }

    private static int lastDot(String typed) {
        boolean inQuotes = false;
        int last = -1;
        for (int at = 0; at < typed.length(); at++) {
            char c = typed.charAt(at);
            if (c == '"') {
                inQuotes = !inQuotes;
            } else if (c == '.' && !inQuotes) {
                last = at;
            }
        }
        return last;
    }
}
