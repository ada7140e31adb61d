package dev.dbsh.sequence;

import dev.dbsh.command.Refusal;
import dev.dbsh.pg.NamePattern;
import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.TypedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The sequences that an operator means: by their own names or patterns, or else by the names of tables that they feed.
 *
 * @param names as typed; none for all there are
 * @param assumed a column that each of them feeds by the operator's word; null for none
 */
record Selection(List<String> names, @Nullable Assumed assumed) {

    Selection {
        names = List.copyOf(names);
    }

    boolean isEverything() {
        return names.isEmpty();
    }

    /** Where they stand now; a name that means none, or more than one, is refused. */
    List<SequenceState> read(Sequences sequences) {
        if (isEverything()) {
            return sequences.states(Filter.NONE);
        }
        Map<QualifiedName, SequenceState> found = new LinkedHashMap<>();
        for (String name : names) {
            named(sequences, name)
                    .forEach(state -> found.putIfAbsent(state.sequence().name(), state));
        }
        return List.copyOf(found.values());
    }

    /** Where sequences that were meant stand by now; what is no longer there is left out. */
    List<SequenceState> again(Sequences sequences, List<Sequence> meant) {
        return sequences.again(meant, new Filter(NamePattern.ALL, null, null, assumed));
    }

    private List<SequenceState> named(Sequences sequences, String name) {
        try {
            NamePattern pattern = NamePattern.parse(name);
            List<SequenceState> found = sequences.states(new Filter(pattern, null, null, assumed));
            if (found.size() > 1 && isOneName(pattern)) {
                throw ambiguous(
                        name, "sequence", found, state -> state.sequence().name());
            }
            boolean isTable = found.isEmpty() && isOneName(pattern) && assumed == null;
            return isTable ? feeding(sequences, name) : existing(name, found);
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(String.valueOf(e.getMessage()), "write it as schema.name");
        }
    }

    private static boolean isOneName(NamePattern pattern) {
        return !pattern.nameLike().replaceAll("\\\\.", "").matches(".*[%_].*");
    }

    private static List<SequenceState> feeding(Sequences sequences, String table) {
        TypedName typed = TypedName.parse(table);
        List<SequenceState> found = existing(table, sequences.states(Filter.feeding(typed)));
        Function<SequenceState, QualifiedName> named = state -> state.sequence().columns().stream()
                .map(column -> column.table().name())
                .filter(name -> name.name().equals(typed.name()))
                .findFirst()
                .orElse(state.sequence().name());
        if (typed.schema() == null && found.stream().map(named).distinct().count() > 1) {
            throw ambiguous(table, "table", found, named);
        }
        return found;
    }

    private static List<SequenceState> existing(String name, List<SequenceState> found) {
        if (found.isEmpty()) {
            throw Refusal.of(
                    Refusal.Kind.NOT_POSSIBLE,
                    "no sequence is called " + name + ", and no table of that name has one",
                    "type sequences for all of them");
        }
        return found;
    }

    private static Refusal ambiguous(
            String name, String kind, List<SequenceState> found, Function<SequenceState, QualifiedName> named) {
        List<String> candidates = found.stream()
                .map(named)
                .distinct()
                .map(QualifiedName::toString)
                .toList();
        return Refusal.usage(
                name + " is the name of " + candidates.size() + " " + kind + "s",
                "name one of " + String.join(", ", candidates));
    }
}
