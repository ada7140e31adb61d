package dev.dbsh.console;

import dev.dbsh.pg.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds names by what was typed of them. */
final class NameSearch {
    private static final int SHORTEST_GUESS = 2;
    private static final int GUESSES = 50;

    private final NameTable table;
    private final PartialName typed;

    NameSearch(NameTable table, PartialName typed) {
        this.table = table;
        this.typed = typed;
    }

    /** Those that begin as typed, in the order of their names. */
    List<QualifiedName> beginning(Collection<NameTable.Kind> kinds) {
        return kinds.stream()
                .flatMap(kind -> beginning(table.of(kind)).stream())
                .toList();
    }

    /** Those that have the typed letters in them one after the other, nearest first. */
    List<QualifiedName> guesses(Collection<NameTable.Kind> kinds) {
        if (typed.name().length() < SHORTEST_GUESS) {
            return List.of();
        }
        return kinds.stream()
                .flatMap(kind -> guesses(table.of(kind)))
                .sorted(Comparator.comparingInt(Guess::spread))
                .limit(GUESSES)
                .map(Guess::name)
                .toList();
    }

    private List<QualifiedName> beginning(List<QualifiedName> names) {
        List<QualifiedName> found = new ArrayList<>();
        String start = typed.name();
        for (int at = firstNotBefore(names, start); at < names.size(); at++) {
            QualifiedName name = names.get(at);
            if (!name.name().regionMatches(true, 0, start, 0, start.length())) {
                break;
            }
            if (isMeant(name)) {
                found.add(name);
            }
        }
        return found;
    }

    private static int firstNotBefore(List<QualifiedName> names, String start) {
        int low = 0;
        int high = names.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (String.CASE_INSENSITIVE_ORDER.compare(names.get(middle).name(), start) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    // The server's own names are offered only to someone who asks for them.
    private boolean isMeant(QualifiedName name) {
        if (typed.schema() != null) {
            return name.schema().equalsIgnoreCase(typed.schema());
        }
        return switch (name.schema()) {
            case "information_schema" -> false;
            case "pg_catalog" -> typed.name().length() >= SHORTEST_GUESS;
            default -> true;
        };
    }

    private static boolean isServers(QualifiedName name) {
        return name.schema().equals("pg_catalog");
    }

    private record Guess(QualifiedName name, int spread) {}

    private Stream<Guess> guesses(List<QualifiedName> names) {
        String letters = typed.name().toLowerCase(Locale.ROOT);
        List<Guess> found = new ArrayList<>();
        for (QualifiedName name : names) {
            int spread = spread(name.name(), letters);
            if (spread >= 0 && isMeant(name) && (letters.startsWith("pg") || !isServers(name))) {
                found.add(new Guess(name, spread + name.name().length()));
            }
        }
        return found.stream();
    }

    /** Over how many characters the letters are spread out in the name; -1 when they do not follow one another in it. */
    private static int spread(String name, String letters) {
        int first = -1;
        int next = 0;
        for (int at = 0; at < name.length(); at++) {
            if (Character.toLowerCase(name.charAt(at)) == letters.charAt(next)) {
                first = first < 0 ? at : first;
                next++;
                if (next == letters.length()) {
                    return at - first;
                }
            }
        }
        return -1;
    }
}
