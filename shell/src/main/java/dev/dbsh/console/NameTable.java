package dev.dbsh.console;

import dev.dbsh.pg.QualifiedName;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The names of a database at one moment, sorted without regard to case so that those with a common beginning lie
 * together.
 *
 * @param names by kind; schemas and roles have an empty schema
 * @param searchPath the schemas whose names need no qualification, first one first
 */
record NameTable(Map<Kind, List<QualifiedName>> names, List<String> searchPath) {
    static final NameTable EMPTY = new NameTable(Map.of(), List.of());

    private static final Comparator<QualifiedName> ORDER = Comparator.comparing(
                    QualifiedName::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(QualifiedName::name)
            .thenComparing(QualifiedName::schema);

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
        Map<Kind, List<QualifiedName>> sorted = new EnumMap<>(Kind.class);
        names.forEach(
                (kind, list) -> sorted.put(kind, list.stream().sorted(ORDER).toList()));
        names = sorted;
        searchPath = List.copyOf(searchPath);
    }

    List<QualifiedName> of(Kind kind) {
        return names.getOrDefault(kind, List.of());
    }
}
