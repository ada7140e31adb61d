package dev.dbsh.console;

import java.util.List;
import java.util.Map;

/**
 * The names of a database at one moment.
 *
 * @param names by kind; schemas and roles have an empty schema
 * @param searchPath the schemas whose names need no qualification, first one first
 */
record NameTable(Map<Kind, NameList> names, List<String> searchPath) {
    static final NameTable EMPTY = new NameTable(Map.of(), List.of());

    /** What a name stands for. */
    enum Kind {
        TABLE,
        VIEW,
        SEQUENCE,
        FUNCTION,
        SCHEMA,
        ROLE
    }

    NameTable {
        names = Map.copyOf(names);
        searchPath = List.copyOf(searchPath);
    }

    NameList of(Kind kind) {
        return names.getOrDefault(kind, NameList.EMPTY);
    }
}
