package dev.dbsh.console.cursor;

import dev.dbsh.console.cursor.Wanted.Manner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can stand at a place in a query. */
final class QueryPlace {
    private static final Set<String> CLAUSES = Set.of(
            "select",
            "from",
            "join",
            "on",
            "using",
            "where",
            "having",
            "by",
            "when",
            "returning",
            "values",
            "set",
            "limit",
            "offset",
            "fetch",
            "for",
            "into",
            "update",
            "table",
            "of");

    private static final Kind[] READABLE = {Kind.TABLE, Kind.FOREIGN_TABLE, Kind.VIEW, Kind.MATERIALIZED_VIEW};

    private final Query query;
    private final Level level;
    private final int place;
    private final Node before;

    private QueryPlace(Query query, int place) {
        this.query = query;
        this.level = query.level();
        this.place = place;
        this.before = level.node(place - 1);
    }

    static Wanted wanted(Query query, int place) {
        return new QueryPlace(query, place).wanted();
    }

    /** True where a table is named, or a query in its stead. */
    static boolean isItem(Query query, int place) {
        return new QueryPlace(query, place).isItem();
    }

    /** True in the part of the query that begins with that word. */
    static boolean isIn(Query query, int place, String clause) {
        QueryPlace here = new QueryPlace(query, place);
        return here.level.node(here.clause()).is(clause);
    }

    /** What can stand in an expression, at the cursor of that level. */
    static Wanted expression(Level level) {
        Node before = level.node(level.cursor() - 1);
        Node earlier = level.node(level.cursor() - 2);
        boolean everything =
                before.isSign("*") && earlier.type() != Node.Type.GROUP && Vocabulary.isBeforeOperand(earlier);
        if (everything || !Vocabulary.isBeforeOperand(before)) {
            return Wanted.KEYWORDS;
        }
        List<Source> sources = Scope.around(level);
        Wanted wanted = Wanted.columns(sources, Manner.EXPRESSION)
                .or(List.of(Kind.FUNCTION))
                .orKeywords();
        return sources.isEmpty() && isSelect(level) ? wanted.or(List.of(READABLE)) : wanted;
    }

    private static boolean isSelect(Level level) {
        Query query = Query.at(level, level.cursor());
        Level outer = level.outer();
        return query == null ? outer != null && isSelect(outer) : query.isHead("select");
    }

    private Wanted wanted() {
        int clause = clause();
        return switch (level.node(clause).word()) {
            case "from", "join", "using", "into", "update", "table" -> isItem() ? table() : Wanted.KEYWORDS;
            case "on" -> on(clause);
            case "select", "where", "having", "by", "when", "returning", "values" -> expression(level);
            case "set" -> set(clause);
            case "of" ->
                Wanted.NOTHING.orLocals(
                        query.sources().stream().map(Source::alias).toList());
            default -> Wanted.KEYWORDS;
        };
    }

    private Wanted on(int clause) {
        if (isItem()) {
            return table();
        }
        return level.node(clause + 1).is("conflict") ? Wanted.KEYWORDS : expression(level);
    }

    private Wanted set(int clause) {
        Source target = query.target();
        boolean begins = before.is("set") || before.isSign(",");
        if (!begins || target == null) {
            return expression(level);
        }
        List<String> assigned = new ArrayList<>();
        for (int at = clause + 1; at < query.end(); at++) {
            boolean named =
                    level.node(at + 1).isSign("=") && !level.node(at).names().isEmpty();
            if (named) {
                assigned.add(level.node(at).lastName());
            }
        }
        return Wanted.columns(List.of(target), Manner.ALONE).without(assigned);
    }

    private Wanted table() {
        boolean changed = before.is("into") || before.is("update") || (before.is("from") && query.isHead("delete"));
        return changed ? Wanted.names(Kind.TABLE, Kind.FOREIGN_TABLE, Kind.VIEW) : tables(level);
    }

    /** A table or anything else that can stand in FROM. */
    static Wanted tables(Level level) {
        List<String> named = new ArrayList<>();
        WithList.visible(level).forEach(one -> named.add(one.alias()));
        return Wanted.names(READABLE).orElse(Kind.SEQUENCE, Kind.FUNCTION).orLocals(named);
    }

    private boolean isItem() {
        int at = place - 1;
        while (level.node(at).is("only") || level.node(at).is("lateral")) {
            at--;
        }
        return switch (level.node(at).word()) {
            case "from" -> !isComparison(at);
            case "join" -> true;
            case "using" -> query.isHead("delete") || query.isHead("merge");
            case "into" -> query.isHead("insert") || query.isHead("merge");
            case "update", "table" -> at == query.start();
            case "," -> isListOfTables(at);
            default -> false;
        };
    }

    private boolean isListOfTables(int comma) {
        @Nullable QueryPlace earlier = comma <= query.start() ? null : new QueryPlace(query, comma);
        int clause = earlier == null ? -1 : earlier.clause();
        return switch (level.node(clause).word()) {
            case "from", "join" -> true;
            case "on" ->
                !level.node(clause - 1).is("distinct")
                        && !level.node(clause + 1).is("conflict");
            case "using" -> query.level().last("from", query.start(), clause) >= 0;
            default -> false;
        };
    }

    private boolean isComparison(int from) {
        return level.node(from - 1).is("distinct") && !level.node(from - 2).is("select");
    }

    /** Where the last clause before the place begins; negative when there is none. */
    private int clause() {
        int at = place - 1;
        while (at >= query.start() && !opensClause(at)) {
            at--;
        }
        return at < query.start() ? -1 : at;
    }

    private boolean opensClause(int at) {
        Node node = level.node(at);
        if (node.type() != Node.Type.WORD || !CLAUSES.contains(node.text())) {
            return false;
        }
        return switch (node.text()) {
            case "from" -> !isComparison(at);
            case "update", "table", "values" -> at == query.start() || node.is("values");
            default -> true;
        };
    }
}
