package dev.dbsh.console.cursor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables whose columns an expression at the cursor can use. */
final class Scope {
    /** In their brackets FROM has another meaning. */
    private static final Set<String> CALLS_WITH_FROM = Set.of("extract", "trim", "substring", "overlay");

    private Scope() {}

    /** Of the level and those around it, nearest first. */
    static List<Source> around(Level here) {
        List<Source> sources = new ArrayList<>();
        boolean own = true;
        for (@Nullable Level level = here; level != null; level = level.outer()) {
            if (own) {
                sources.addAll(of(level));
            }
            Level outer = level.outer();
            own = outer == null || !isTable(outer);
        }
        return sources;
    }

    private static List<Source> of(Level level) {
        Query query = Query.at(level, level.cursor());
        if (query != null) {
            List<Source> sources = new ArrayList<>(query.sources());
            Source target = query.isHead("insert") ? query.target() : null;
            if (target != null && query.level().last("do", query.start(), level.cursor()) >= 0) {
                sources.add(target.as("excluded"));
            }
            return sources;
        }
        Level outer = level.outer();
        if (outer == null) {
            return Statement.subject(level);
        }
        // A bracket that is still open swallows the query's own FROM.
        Node call = outer.node(outer.cursor() - 1);
        return CALLS_WITH_FROM.contains(call.word())
                ? List.of()
                : FromItems.of(level, -1, level.size(), WithList.visible(level));
    }

    // A query in FROM does not see what stands beside it, unless it says LATERAL.
    private static boolean isTable(Level outer) {
        Query query = Query.at(outer, outer.cursor());
        Node before = outer.node(outer.cursor() - 1);
        return query != null && !before.is("lateral") && QueryPlace.isItem(query, outer.cursor());
    }
}
