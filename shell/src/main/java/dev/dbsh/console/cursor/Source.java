package dev.dbsh.console.cursor;

import java.util.List;

/**
 * Something in a statement that has columns.
 *
 * @param alias by what its columns are called
 * @param table the name of the table whose columns they are, with its schema if that was typed; empty for anything else
 * @param columns those that the statement itself names; for a table, in place of its own
 * @param stars sources whose columns it has as well
 */
public record Source(String alias, List<String> table, List<String> columns, List<Source> stars) {
    public Source {
        table = List.copyOf(table);
        columns = List.copyOf(columns);
        stars = List.copyOf(stars);
    }

    static Source table(List<String> names, String alias) {
        return new Source(alias, names, List.of(), List.of());
    }

    static Source derived(String alias, List<String> columns, List<Source> stars) {
        return new Source(alias, List.of(), columns, stars);
    }

    Source as(String other) {
        return new Source(other, table, columns, stars);
    }

    /** The same with names of the statement's own for its columns. */
    Source naming(List<String> names) {
        return new Source(alias, List.of(), names, List.of());
    }
}
