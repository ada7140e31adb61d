package dev.dbsh.console;

import dev.dbsh.pg.QualifiedName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds names by what was typed of them, and no more of them than can be shown. */
final class NameSearch {
    private static final int SHORTEST_GUESS = 2;
    private static final int GUESSES = 50;
    private static final String SERVERS = "pg_catalog";

    private final NameTable table;
    private final Collection<NameTable.Kind> kinds;
    private final PartialName typed;

    NameSearch(NameTable table, Collection<NameTable.Kind> kinds, PartialName typed) {
        this.table = table;
        this.kinds = kinds;
        this.typed = typed;
    }

    /** Those that begin as typed, in the order of their names; at most so many of each kind. */
    List<QualifiedName> beginning(int most) {
        return kinds.stream()
                .flatMap(kind -> table.of(kind).beginning(typed.name(), this::isMeant, most).stream())
                .toList();
    }

    /** Those that have the typed letters in them one after the other, nearest first. */
    List<QualifiedName> guesses() {
        String letters = typed.name().toLowerCase(Locale.ROOT);
        if (letters.length() < SHORTEST_GUESS) {
            return List.of();
        }
        boolean servers = letters.startsWith("pg");
        return kinds.stream()
                .flatMap(kind -> table.of(kind).guesses(letters, this::isMeant).stream())
                .filter(guess -> servers || !guess.name().schema().equals(SERVERS))
                .sorted(Comparator.comparingInt(NameList.Guess::distance))
                .limit(GUESSES)
                .map(NameList.Guess::name)
                .toList();
    }

    /** True when that name means more than one thing among those looked for. */
    boolean isAmbiguous(String name) {
        return kinds.stream().mapToInt(kind -> table.of(kind).count(name)).sum() > 1;
    }

    // The server's own names are offered only to someone who asks for them.
    private boolean isMeant(QualifiedName name) {
        if (typed.schema() != null) {
            return name.schema().equalsIgnoreCase(typed.schema());
        }
        return switch (name.schema()) {
            case "information_schema" -> false;
            case SERVERS -> typed.name().length() >= SHORTEST_GUESS;
            default -> true;
        };
    }
}
