package dev.dbsh.console;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import dev.dbsh.pg.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/** Names of one kind, whatever their case in order; a name is made an object only when it is offered. */
final class NameList {
    static final NameList EMPTY = new NameList(Map.of());

    /** How many names are nearest. */
    private static final int GUESSES = 50;

    private final List<String> schemas;
    private final int[] schemaOf;
    private final Packed folded;
    private final Packed names;

    /** A name before it is packed. */
    private static final class Entry {
        private final byte[] folded;
        private final String name;
        private final int schema;

        Entry(String name, int schema) {
            this.folded = NameList.folded(name);
            this.name = name;
            this.schema = schema;
        }

        byte[] folded() {
            return folded;
        }

        byte[] letters() {
            return name.getBytes(StandardCharsets.UTF_8);
        }

        String name() {
            return name;
        }

        int schema() {
            return schema;
        }
    }

    NameList(Map<String, List<String>> bySchema) {
        this.schemas = bySchema.keySet().stream().sorted().toList();
        List<Entry> entries = new ArrayList<>();
        for (int schema = 0; schema < schemas.size(); schema++) {
            for (String name : bySchema.getOrDefault(schemas.get(schema), List.of())) {
                entries.add(new Entry(name, schema));
            }
        }
        entries.sort(Comparator.comparing(Entry::folded, Arrays::compareUnsigned)
                .thenComparing(Entry::name)
                .thenComparing(comparingInt(Entry::schema)));
        this.schemaOf = entries.stream().mapToInt(Entry::schema).toArray();
        this.folded = new Packed(entries.stream().map(Entry::folded).toList());
        boolean sameCase = entries.stream().allMatch(entry -> Arrays.equals(entry.folded(), entry.letters()));
        this.names = sameCase
                ? folded
                : new Packed(entries.stream().map(Entry::letters).toList());
    }

    private static byte[] folded(String name) {
        return name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }

    /** The first ones that begin so, whatever the case. */
    List<QualifiedName> beginning(String start, Predicate<String> inSchema, int most) {
        boolean[] wanted = wanted(inSchema);
        byte[] letters = folded(start);
        List<QualifiedName> found = new ArrayList<>();
        int at = folded.firstNotBefore(letters);
        while (at < folded.size() && found.size() < most && folded.startsWith(at, letters)) {
            if (wanted[schemaOf[at]]) {
                found.add(name(at));
            }
            at++;
        }
        return found;
    }

    /** The schemas that have exactly that name. */
    List<String> schemasWith(String name) {
        byte[] letters = folded(name);
        List<String> found = new ArrayList<>();
        int at = folded.firstNotBefore(letters);
        while (at < folded.size() && folded.equals(at, letters)) {
            if (names.text(at).equals(name)) {
                found.add(schemas.get(schemaOf[at]));
            }
            at++;
        }
        return found;
    }

    /**
     * A name that has the typed letters in it one after the other.
     *
     * @param distance less is nearer: how far the letters are spread out, and how much else there is
     */
    record Guess(QualifiedName name, int distance) {}

    /** The nearest ones. */
    List<Guess> guesses(String typed, Predicate<String> inSchema) {
        boolean[] wanted = wanted(inSchema);
        byte[] sought = folded(typed);
        PriorityQueue<Near> nearest = new PriorityQueue<>(Near.FARTHEST_FIRST);
        for (int at = 0; at < folded.size(); at++) {
            int spread = folded.spread(at, sought);
            if (spread >= 0 && wanted[schemaOf[at]]) {
                int distance = spread + folded.length(at);
                if (nearest.size() < GUESSES || distance < nearest.element().distance()) {
                    nearest.add(new Near(at, distance));
                }
                if (nearest.size() > GUESSES) {
                    nearest.remove();
                }
            }
        }
        return nearest.stream()
                .map(near -> new Guess(name(near.index()), near.distance()))
                .toList();
    }

    private record Near(int index, int distance) {
        static final Comparator<Near> FARTHEST_FIRST =
                comparing(Near::distance).thenComparing(Near::index).reversed();
    }

    private boolean[] wanted(Predicate<String> inSchema) {
        boolean[] wanted = new boolean[schemas.size()];
        for (int schema = 0; schema < wanted.length; schema++) {
            wanted[schema] = inSchema.test(schemas.get(schema));
        }
        return wanted;
    }

    private QualifiedName name(int at) {
        return new QualifiedName(schemas.get(schemaOf[at]), names.text(at));
    }
}
