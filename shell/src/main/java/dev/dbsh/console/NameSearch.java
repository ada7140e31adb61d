package dev.dbsh.console;

import dev.dbsh.console.cursor.Kind;
import dev.dbsh.console.cursor.PartialName;
import dev.dbsh.pg.QualifiedName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds names by what was typed of them, and no more of them than can be shown. */
final class NameSearch {
    private static final int SHORTEST_GUESS = 2;
    private static final int GUESSES = 50;
    private static final String SERVERS = "pg_catalog";

    private final NameTable table;
    private final Collection<Kind> kinds;
    private final PartialName typed;

    /** What was found, and among what. */
    record Found(Kind kind, QualifiedName name) {}

    private static final Comparator<Found> BY_NAME = Comparator.comparing(
                    (Found found) -> found.name().name(), String.CASE_INSENSITIVE_ORDER)
            .thenComparing(found -> found.name().name())
            .thenComparing(found -> found.name().schema());

    private record Guess(Found found, int distance) {}

    NameSearch(NameTable table, Collection<Kind> kinds, PartialName typed) {
        this.table = table;
        this.kinds = kinds;
        this.typed = typed;
    }

    /** The first ones that begin as typed, in the order of their names. */
    List<Found> beginning(int most) {
        return kinds.stream()
                .flatMap(kind -> table.of(kind)
                        .flatMap(list -> list.beginning(typed.name(), this::isMeant, most).stream())
                        .map(name -> new Found(kind, name)))
                .sorted(BY_NAME)
                .limit(most)
                .toList();
    }

    /** Those that have the typed letters in them one after the other, nearest first. */
    List<Found> guesses() {
        if (typed.name().length() < SHORTEST_GUESS) {
            return List.of();
        }
        return kinds.stream()
                .flatMap(this::guesses)
                .sorted(Comparator.comparingInt(Guess::distance))
                .limit(GUESSES)
                .map(Guess::found)
                .toList();
    }

    private Stream<Guess> guesses(Kind kind) {
        boolean servers = typed.name().toLowerCase(Locale.ROOT).startsWith("pg");
        Predicate<String> meant = schema -> isMeant(schema) && (servers || !schema.equals(SERVERS));
        return table.of(kind)
                .flatMap(list -> list.guesses(typed.name(), meant).stream())
                .map(guess -> new Guess(new Found(kind, guess.name()), guess.distance()));
    }

    // The server's own names are offered only to someone who asks for them.
    private boolean isMeant(String schema) {
        if (typed.isQualified()) {
            return schema.equalsIgnoreCase(typed.schema());
        }
        return switch (schema) {
            case "information_schema" -> false;
            case SERVERS -> typed.name().length() >= SHORTEST_GUESS;
            default -> true;
        };
    }
}
