package dev.dbsh.console.cursor;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One SELECT, INSERT, UPDATE, DELETE, MERGE, VALUES or TABLE: of a union, the part that is looked at.
 *
 * @param start where its first word stands in the level
 * @param end behind its last word
 * @param known what WITH has named
 */
record Query(Level level, int start, int end, List<Source> known) {
    private static final Set<String> SET_OPERATIONS = Set.of("union", "intersect", "except");
    private static final Set<String> CHANGES = Set.of("insert", "update", "delete", "merge");

    /** The one that the place belongs to; null when none does. */
    static @Nullable Query at(Level level, int place) {
        List<Source> known = WithList.visible(level);
        int head = WithList.at(level, head(level), known).end();
        return head < 0 || place <= head ? null : part(level, head, place, known);
    }

    /** The one that gives a level's rows their names. */
    static @Nullable Query first(Level level, List<Source> known) {
        WithList with = WithList.at(level, head(level), known);
        List<Source> all = Stream.concat(with.named().stream(), known.stream()).toList();
        return with.end() < 0 ? null : part(level, with.end(), with.end() + 1, all);
    }

    /** Where the level's query begins, with its WITH; negative when it has none. */
    static int head(Level level) {
        for (int at = 0; at < level.size(); at++) {
            if (Vocabulary.beginsQuery(level.node(at)) && (at == 0 || leadsToQuery(level, at - 1))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean leadsToQuery(Level level, int at) {
        Node first = level.node(0);
        Node before = level.node(at);
        boolean explained = at == 0 && (before.type() == Node.Type.GROUP || before.is("analyze"));
        return explained
                || before.is("as")
                || first.is("explain")
                || (first.is("declare") && before.is("for"))
                || (first.is("create") && (before.is("do") || before.is("instead") || before.is("also")));
    }

    private static Query part(Level level, int head, int place, List<Source> known) {
        int start = head;
        int end = level.size();
        for (int at = head; at < end; at++) {
            Node node = level.node(at);
            if (node.type() == Node.Type.WORD && SET_OPERATIONS.contains(node.text())) {
                if (at < place) {
                    boolean all =
                            level.node(at + 1).is("all") || level.node(at + 1).is("distinct");
                    start = at + (all ? 2 : 1);
                } else {
                    end = at;
                }
            }
        }
        Query query = new Query(level, start, end, known);
        return level.node(head).is("insert") ? new Query(level, head, level.size(), known).insert(place) : query;
    }

    // What is inserted is a query of its own; what is done on conflict, and returned, is about the target again.
    private Query insert(int place) {
        int tail = start;
        while (tail < end && !isTail(tail)) {
            tail++;
        }
        int body = start;
        while (body < tail && !(body > start && Vocabulary.beginsQuery(level.node(body)))) {
            body++;
        }
        if (body < place && place <= tail) {
            Query inserted = part(level, body, place, known);
            return new Query(level, inserted.start, Math.min(inserted.end, tail), known);
        }
        return this;
    }

    private boolean isTail(int at) {
        Node node = level.node(at);
        return node.is("returning") || (node.is("on") && level.node(at + 1).is("conflict"));
    }

    boolean isHead(String word) {
        return level.node(start).is(word);
    }

    /** Where RETURNING stands; the end when there is none. */
    int returning() {
        int at = level.last("returning", start, end);
        return at < 0 ? end : at;
    }

    List<Source> sources() {
        int from = isHead("insert") ? Math.min(end, start + 5) : end;
        return FromItems.of(level, start, from, known);
    }

    /** What is changed; null when nothing is. */
    @Nullable
    Source target() {
        if (!CHANGES.contains(level.node(start).word())) {
            return null;
        }
        List<Source> sources = sources();
        return sources.isEmpty() ? null : sources.get(0);
    }
}
