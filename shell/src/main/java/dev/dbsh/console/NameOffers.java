package dev.dbsh.console;

import dev.dbsh.console.NameSearch.Found;
import dev.dbsh.console.cursor.Kind;
import dev.dbsh.console.cursor.PartialName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Names of the database as Tab inserts them: quoted and qualified where they have to be. */
final class NameOffers {
    private final NameTable table;
    private final PartialName typed;
    private final Writing writing;

    NameOffers(NameTable table, PartialName typed, Writing writing) {
        this.table = table;
        this.typed = typed;
        this.writing = writing;
    }

    /** Those that begin as typed, at most one more than {@link AllOffered#MOST}, and the ways to more. */
    List<Offer> beginning(Collection<Kind> kinds) {
        List<Kind> found = kinds.stream().filter(kind -> kind != Kind.SETTING).toList();
        List<Offer> offers =
                new ArrayList<>(written(new NameSearch(table, found, typed).beginning(AllOffered.MOST + 1)));
        if (!typed.isQualified() && kinds.stream().anyMatch(Kind::isInSchema)) {
            schemas().forEach(offers::add);
        }
        if (kinds.contains(Kind.SETTING)) {
            settings().forEach(offers::add);
        }
        return offers;
    }

    /** Those that have the typed letters somewhere. */
    List<Offer> guesses(Collection<Kind> kinds) {
        return written(new NameSearch(table, kinds, typed).guesses());
    }

    private List<Offer> written(List<Found> found) {
        return found.stream().map(this::written).flatMap(Optional::stream).toList();
    }

    private Optional<Offer> written(Found found) {
        String schema = found.name().schema();
        String name = found.name().name();
        boolean alone = !typed.isQualified() && table.isFoundAlone(found.kind(), found.name());
        Optional<Offer> offer = writing.name(alone ? "" : schema, name);
        // The server's own types with a keyword for a name are offered by the names that SQL has for them.
        boolean keyword = found.kind() == Kind.TYPE && schema.equals("pg_catalog");
        return keyword ? offer.filter(one -> !one.text().contains("\"")) : offer;
    }

    // A schema is the way to its names: the dot follows, and the word goes on.
    private Stream<Offer> schemas() {
        if (typed.name().isEmpty()) {
            return Stream.empty();
        }
        return table.of(Kind.SCHEMA)
                .flatMap(list -> list.beginning(typed.name(), none -> true, AllOffered.MOST).stream())
                .map(schema -> writing.schema(schema.name()));
    }

    // Their dots separate nothing, and their case means nothing.
    private Stream<Offer> settings() {
        return table.of(Kind.SETTING)
                .flatMap(list -> list.beginning(typed.text(), none -> true, AllOffered.MOST).stream())
                .map(setting -> writing.plain(setting.name().toLowerCase(Locale.ROOT)));
    }
}
