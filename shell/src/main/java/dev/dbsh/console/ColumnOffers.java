package dev.dbsh.console;

import dev.dbsh.console.cursor.PartialName;
import dev.dbsh.console.cursor.Source;
import dev.dbsh.console.cursor.SqlCursor;
import dev.dbsh.console.cursor.Wanted;
import dev.dbsh.console.cursor.Wanted.Manner;
import dev.dbsh.pg.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The columns that can stand at the cursor, as Tab inserts them. */
final class ColumnOffers {
    /** No person reads more; a query whose parts take all columns of each other could have any number. */
    private static final int MOST = 2_000;

    private final NameTable table;
    private final Columns columns;
    private final Wanted wanted;
    private final PartialName typed;
    private final Writing writing;

    /** A column of one of the sources. */
    private record Found(Source source, String name) {}

    ColumnOffers(NameTable table, Columns columns, SqlCursor cursor, Writing writing) {
        this.table = table;
        this.columns = columns;
        this.wanted = cursor.wanted();
        this.typed = cursor.typed();
        this.writing = writing;
    }

    List<Offer> offers() {
        if (typed.isQualified()) {
            return wanted.manner() == Manner.EXPRESSION ? qualified() : List.of();
        }
        List<Found> found = found(wanted.columns());
        Map<String, Integer> counts = new HashMap<>();
        found.forEach(one -> counts.merge(one.name(), 1, Integer::sum));
        Stream<Offer> named = found.stream()
                .filter(one -> isMeant(one.name()))
                .map(one -> offer(one, counts.getOrDefault(one.name(), 0) > 1));
        return Stream.concat(named, ways()).distinct().toList();
    }

    private boolean isMeant(String column) {
        String start = typed.name();
        return column.regionMatches(true, 0, start, 0, start.length())
                && !wanted.taken().contains(column);
    }

    private Offer offer(Found found, boolean ambiguous) {
        return switch (wanted.manner()) {
            case RAW -> writing.plain(found.name());
            case ALONE -> writing.name("", found.name()).orElseThrow();
            case EXPRESSION ->
                writing.name(ambiguous ? found.source().alias() : "", found.name())
                        .orElseThrow();
        };
    }

    // What stands before the dot is the alias of a table, or a table that FROM does not name yet.
    private List<Offer> qualified() {
        List<Source> named =
                wanted.columns().stream().filter(this::isNamed).limit(1).toList();
        if (named.isEmpty() && wanted.columns().isEmpty()) {
            List<String> parts = typed.qualifiers();
            named = List.of(new Source(parts.get(parts.size() - 1), parts, List.of(), List.of()));
        }
        String qualification = typed.qualification();
        return found(named).stream()
                .map(Found::name)
                .filter(this::isMeant)
                .map(column -> writing.name("", column).orElseThrow())
                .map(offer -> new Offer(qualification + offer.text(), offer.ended()))
                .toList();
    }

    private boolean isNamed(Source source) {
        List<String> parts = typed.qualifiers();
        return parts.size() == 1
                ? source.alias().equals(parts.get(0))
                : source.table().equals(parts);
    }

    // An alias is the way to its columns.
    private Stream<Offer> ways() {
        if (wanted.manner() != Manner.EXPRESSION || typed.name().isEmpty()) {
            return Stream.empty();
        }
        String start = typed.name().toLowerCase(Locale.ROOT);
        return wanted.columns().stream()
                .map(Source::alias)
                .filter(alias -> alias.toLowerCase(Locale.ROOT).startsWith(start))
                .map(writing::schema);
    }

    private List<Found> found(List<Source> sources) {
        Map<Source, QualifiedName> tables = new LinkedHashMap<>();
        sources.forEach(source -> collect(source, tables));
        Map<QualifiedName, List<String>> known = columns.of(tables.values());
        List<Found> found = new ArrayList<>();
        for (Source source : sources) {
            add(source, source, tables, known, found);
        }
        return found;
    }

    private void collect(Source source, Map<Source, QualifiedName> tables) {
        if (!source.table().isEmpty() && source.columns().isEmpty()) {
            table.findRelation(source.table()).ifPresent(name -> tables.put(source, name));
        }
        if (tables.size() < MOST) {
            source.stars().forEach(star -> collect(star, tables));
        }
    }

    private static void add(
            Source from,
            Source source,
            Map<Source, QualifiedName> tables,
            Map<QualifiedName, List<String>> known,
            List<Found> found) {
        QualifiedName table = tables.get(source);
        List<String> stored = table == null ? List.of() : Objects.requireNonNullElse(known.get(table), List.of());
        Stream.of(source.columns(), stored).flatMap(List::stream).forEach(name -> found.add(new Found(from, name)));
        for (Source star : source.stars()) {
            if (found.size() < MOST) {
                add(from, star, tables, known, found);
            }
        }
    }
}
