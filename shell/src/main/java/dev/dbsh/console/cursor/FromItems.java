package dev.dbsh.console.cursor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what stands after FROM, JOIN, USING, INTO and UPDATE of one query. */
final class FromItems {
    private static final Set<String> ENDS_OF_FROM = Set.of(
            "where",
            "group",
            "having",
            "window",
            "order",
            "limit",
            "offset",
            "fetch",
            "for",
            "set",
            "returning",
            "when");

    private final Level level;
    private final int start;
    private final int end;
    private final List<Source> known;
    private final List<Source> found = new ArrayList<>();

    private FromItems(Level level, int start, int end, List<Source> known) {
        this.level = level;
        this.start = start;
        this.end = end;
        this.known = known;
    }

    /**
     * @param start where the query's first word is
     * @param known what its WITH, and those around it, have named
     */
    static List<Source> of(Level level, int start, int end, List<Source> known) {
        FromItems items = new FromItems(level, start, end, known);
        items.read(start, false);
        return items.found;
    }

    private void read(int from, boolean list) {
        boolean inList = list;
        int at = from;
        while (at < end) {
            Node node = level.node(at);
            inList =
                    (inList || opensList(at)) && !(node.type() == Node.Type.WORD && ENDS_OF_FROM.contains(node.text()));
            boolean opens = opensList(at) || opensItem(at) || (inList && node.isSign(","));
            at = opens ? item(at + 1) : at + 1;
        }
    }

    private boolean opensList(int at) {
        Node node = level.node(at);
        boolean compares =
                level.node(at - 1).is("distinct") && !level.node(at - 2).is("select");
        return (node.is("from") && !compares) || (node.is("using") && (isHead("delete") || isHead("merge")));
    }

    private boolean opensItem(int at) {
        Node node = level.node(at);
        return node.is("join")
                || (node.is("into") && (isHead("insert") || isHead("merge")))
                || (at == start && (node.is("update") || node.is("table")));
    }

    private boolean isHead(String word) {
        return level.node(start).is(word);
    }

    private int item(int from) {
        int at = from;
        while (level.node(at).is("only") || level.node(at).is("lateral")) {
            at++;
        }
        if (at >= end) {
            return at;
        }
        Node node = level.node(at);
        if (node.isName()) {
            boolean call = level.node(at + 1).inside() != null && !isHead("insert");
            return call ? function(at) : table(at);
        }
        Level inside = node.inside();
        return inside == null ? at : parenthesised(inside, at + 1);
    }

    private int table(int at) {
        List<String> names = level.node(at).names();
        int next = level.node(at + 1).isSign("*") ? at + 2 : at + 1;
        String name = level.node(at).lastName();
        @Nullable Source named = names.size() == 1 ? named(name) : null;
        return aliased(named == null ? Source.table(names, name) : named, next);
    }

    private @Nullable Source named(String name) {
        return known.stream()
                .filter(one -> one.alias().equals(name))
                .findFirst()
                .orElse(null);
    }

    // Its columns are known only where the statement names them.
    private int function(int at) {
        boolean numbered = level.node(at + 2).is("with") && level.node(at + 3).is("ordinality");
        Source result = Source.derived(level.node(at).lastName(), List.of(), List.of());
        return aliased(result, at + (numbered ? 4 : 2));
    }

    private int parenthesised(Level inside, int next) {
        if (Vocabulary.beginsQuery(inside.node(0))) {
            return aliased(SelectList.of(inside, known), next);
        }
        FromItems join = new FromItems(inside, -1, inside.size(), known);
        join.read(join.item(0), true);
        found.addAll(join.found);
        return next;
    }

    private int aliased(Source source, int from) {
        int at = level.node(from).is("as") ? from + 1 : from;
        if (at >= end || !Vocabulary.isAlias(level.node(at))) {
            found.add(source);
            return at;
        }
        Source aliased = source.as(level.node(at).lastName());
        Level columns = level.node(at + 1).inside();
        boolean renamed = columns != null && !isHead("insert");
        found.add(renamed ? aliased.naming(names(columns)) : aliased);
        return renamed ? at + 2 : at + 1;
    }

    /** The first name in each part of a list. */
    static List<String> names(@Nullable Level list) {
        List<String> names = new ArrayList<>();
        for (int at = 0; list != null && at < list.size(); at++) {
            boolean first = at == 0 || list.node(at - 1).isSign(",");
            if (first && !list.node(at).names().isEmpty()) {
                names.add(list.node(at).names().get(0));
            }
        }
        return names;
    }
}
