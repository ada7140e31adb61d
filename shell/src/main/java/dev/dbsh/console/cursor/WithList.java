package dev.dbsh.console.cursor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the WITH of a level names.
 *
 * @param end where the query itself begins
 */
record WithList(List<Source> named, int end) {

    /** Of the level and all around it, nearest first. */
    static List<Source> visible(Level level) {
        List<Source> all = new ArrayList<>();
        for (@Nullable Level at = level; at != null; at = at.outer()) {
            all.addAll(at(at, Query.head(at), List.of()).named());
        }
        return all;
    }

    /**
     * @param head where the level's query begins, with or without WITH; negative when there is none
     * @param known what queries around it have named
     */
    static WithList at(Level level, int head, List<Source> known) {
        List<Source> named = new ArrayList<>();
        if (!level.node(head).is("with")) {
            return new WithList(named, head);
        }
        int at = head + (level.node(head + 1).is("recursive") ? 2 : 1);
        while (level.node(at).isName()) {
            String name = level.node(at).lastName();
            Level columns = level.node(at + 1).inside();
            int body = at + 1;
            while (body < level.size() && !isBody(level.node(body))) {
                body++;
            }
            List<Source> before = new ArrayList<>(named);
            before.addAll(known);
            named.add(source(name, columns, level.node(body).inside(), before));
            while (body < level.size() && !level.node(body).isSign(",") && !isMain(level, body)) {
                body++;
            }
            at = body + 1;
            if (!level.node(body).isSign(",")) {
                return new WithList(named, body);
            }
        }
        return new WithList(named, level.size());
    }

    private static boolean isBody(Node node) {
        Level inside = node.inside();
        return (inside != null && Vocabulary.beginsQuery(inside.node(0))) || Vocabulary.beginsQuery(node);
    }

    // "search depth first by a set b" and "cycle a set b using c" have none of these words.
    private static boolean isMain(Level level, int at) {
        return Vocabulary.beginsQuery(level.node(at));
    }

    private static Source source(String name, @Nullable Level columns, @Nullable Level body, List<Source> known) {
        Source source = body == null ? Source.derived(name, List.of(), List.of()) : SelectList.of(body, known);
        boolean named = columns != null && columns != body;
        return (named ? source.naming(FromItems.names(columns)) : source).as(name);
    }
}
