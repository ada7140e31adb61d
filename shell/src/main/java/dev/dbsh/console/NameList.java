package dev.dbsh.console;

import dev.dbsh.pg.QualifiedName;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Names of one kind. Those with a common beginning lie together; all their letters lie in one array too, because to look
 * at 100,000 names one by one would take longer than a person's next key.
 */
final class NameList {
    private static final Comparator<QualifiedName> ORDER = Comparator.comparing(
                    QualifiedName::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(QualifiedName::name)
            .thenComparing(QualifiedName::schema);

    static final NameList EMPTY = new NameList(List.of());

    private final List<QualifiedName> names;
    private final byte[] letters;
    private final int[] starts;

    NameList(List<QualifiedName> unsorted) {
        this.names = unsorted.stream().sorted(ORDER).toList();
        this.starts = new int[names.size() + 1];
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < names.size(); i++) {
            all.writeBytes(folded(names.get(i).name()));
            starts[i + 1] = all.size();
        }
        this.letters = all.toByteArray();
    }

    private static byte[] folded(String name) {
        return name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }

    /** The first ones that begin so, whatever the case. */
    List<QualifiedName> beginning(String start, Predicate<QualifiedName> wanted, int most) {
        List<QualifiedName> found = new ArrayList<>();
        for (int at = firstNotBefore(start); at < names.size() && found.size() < most; at++) {
            QualifiedName name = names.get(at);
            if (!name.name().regionMatches(true, 0, start, 0, start.length())) {
                break;
            }
            if (wanted.test(name)) {
                found.add(name);
            }
        }
        return found;
    }

    /** How many schemas have exactly that name. */
    int count(String name) {
        int count = 0;
        int at = firstNotBefore(name);
        while (at < names.size() && names.get(at).name().equalsIgnoreCase(name)) {
            count += names.get(at).name().equals(name) ? 1 : 0;
            at++;
        }
        return count;
    }

    /**
     * A name that has the typed letters in it one after the other.
     *
     * @param distance less is nearer: how far the letters are spread out, and how much else there is
     */
    record Guess(QualifiedName name, int distance) {}

    List<Guess> guesses(String typed, Predicate<QualifiedName> wanted) {
        byte[] sought = folded(typed);
        List<Guess> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int spread = spread(sought, starts[i], starts[i + 1]);
            if (spread >= 0 && wanted.test(names.get(i))) {
                found.add(new Guess(names.get(i), spread + starts[i + 1] - starts[i]));
            }
        }
        return found;
    }

    private int spread(byte[] sought, int start, int end) {
        int first = -1;
        int next = 0;
        for (int at = start; at < end; at++) {
            if (letters[at] == sought[next]) {
                first = first < 0 ? at : first;
                next++;
                if (next == sought.length) {
                    return at - first;
                }
            }
        }
        return -1;
    }

    private int firstNotBefore(String start) {
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
}
