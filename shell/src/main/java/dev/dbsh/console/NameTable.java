package dev.dbsh.console;

import dev.dbsh.console.cursor.Kind;
import dev.dbsh.pg.QualifiedName;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The names of a database at one moment.
 *
 * @param names by kind; what lies in no schema has an empty one
 * @param temporary those that only the shell's own session sees
 * @param searchPath the schemas whose names need no qualification, first one first
 */
record NameTable(Map<Kind, NameList> names, Map<Kind, NameList> temporary, List<String> searchPath) {
    static final NameTable EMPTY = new NameTable(Map.of(), Map.of(), List.of());

    NameTable {
        names = Map.copyOf(names);
        temporary = Map.copyOf(temporary);
        searchPath = List.copyOf(searchPath);
    }

    Stream<NameList> of(Kind kind) {
        return Stream.of(names, temporary).map(lists -> lists.get(kind)).filter(Objects::nonNull);
    }

    NameTable with(Map<Kind, NameList> more, List<String> path) {
        Map<Kind, NameList> all = new EnumMap<>(Kind.class);
        all.putAll(names);
        all.putAll(more);
        return new NameTable(all, temporary, path);
    }

    /** True when the name alone means that very object to the server. */
    boolean isFoundAlone(Kind kind, QualifiedName name) {
        return searchPath.contains(name.schema())
                && schemasWith(kind.sharingNames(), name.name()).size() == 1;
    }

    /** The relation that the server finds by that name, with or without its schema. */
    Optional<QualifiedName> findRelation(List<String> parts) {
        String name = parts.get(parts.size() - 1);
        if (parts.size() > 1) {
            return Optional.of(new QualifiedName(parts.get(parts.size() - 2), name));
        }
        List<String> schemas = schemasWith(Kind.TABLE.sharingNames(), name);
        return searchPath.stream().filter(schemas::contains).findFirst().map(schema -> new QualifiedName(schema, name));
    }

    private List<String> schemasWith(Collection<Kind> kinds, String name) {
        return kinds.stream()
                .flatMap(this::of)
                .flatMap(list -> list.schemasWith(name).stream())
                .toList();
    }
}
