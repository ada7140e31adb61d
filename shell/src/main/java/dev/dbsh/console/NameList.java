package dev.dbsh.console;

import static java.util.Comparator.comparing;

import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/** Names of one kind, whatever their case in order; a name is made an object only when it is offered. */
final class NameList {
    static final NameList EMPTY = new NameList(List.of(), new int[0], new Packed(new byte[0], new int[1]));

    /** How many names are nearest. */
    private static final int GUESSES = 50;

    private final List<String> schemas;
    private final int[] schemaOf;
    private final Packed names;

    /** @param schemaOf the index of each name's schema */
    NameList(List<String> schemas, int[] schemaOf, Packed names) {
        this.schemas = schemas;
        this.schemaOf = schemaOf;
        this.names = names;
    }

    /** The first ones that begin so. */
    List<QualifiedName> beginning(String start, Predicate<String> inSchema, int most) {
        boolean[] wanted = wanted(inSchema);
        byte[] letters = Packed.bytes(start);
        List<QualifiedName> found = new ArrayList<>();
        int at = names.firstNotBefore(letters);
        while (at < names.size() && found.size() < most && names.startsWith(at, letters)) {
            if (wanted[schemaOf[at]]) {
                found.add(name(at));
            }
            at++;
        }
        return found;
    }

    /** The schemas that have exactly that name. */
    List<String> schemasWith(String name) {
        byte[] letters = Packed.bytes(name);
        List<String> found = new ArrayList<>();
        int at = names.firstNotBefore(letters);
        while (at < names.size() && names.length(at) == letters.length && names.startsWith(at, letters)) {
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
        byte[] sought = Packed.bytes(Identifier.folded(typed));
        PriorityQueue<Near> nearest = new PriorityQueue<>(Near.FARTHEST_FIRST);
        for (int at = 0; at < names.size(); at++) {
            int spread = names.spread(at, sought);
            if (spread >= 0 && wanted[schemaOf[at]]) {
                int distance = spread + names.length(at);
                if (nearest.size() < GUESSES || distance < nearest.element().distance()) {
                    nearest.add(new Near(at, distance));
                }
                if (nearest.size() > GUESSES) {
                    nearest.remove();
                }
            }
        }
        return nearest.stream()
                .sorted(Near.FARTHEST_FIRST.reversed())
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
