package dev.dbsh.console.cursor;

import dev.dbsh.console.cursor.Wanted.Manner;
import java.util.List;

/** Finds out what can stand at the cursor of a level. */
final class Expectation {
    private final Level level;
    private final int place;
    private final Node before;

    private Expectation(Level level) {
        this.level = level;
        this.place = level.cursor();
        this.before = level.node(place - 1);
    }

    static Wanted at(Level level) {
        return new Expectation(level).wanted();
    }

    private Wanted wanted() {
        if (before.isSign("::")) {
            return types();
        }
        if (before.isSign(":") || before.isSign(".")) {
            return Wanted.NOTHING;
        }
        Query query = Query.at(level, place);
        if (query != null) {
            return QueryPlace.wanted(query, place);
        }
        Level outer = level.outer();
        return outer == null ? Statement.wanted(level, place, false) : inBrackets(outer);
    }

    private Wanted inBrackets(Level outer) {
        Query query = Query.at(outer, outer.cursor());
        Node opener = outer.node(outer.cursor() - 1);
        if (query != null) {
            return inQuery(query, outer.cursor(), opener);
        }
        if (outer.outer() != null || opener.isSign("::")) {
            return inExpression(opener);
        }
        if (isDefinition(outer)) {
            return definition();
        }
        Wanted wanted = Statement.wanted(outer, outer.cursor(), true);
        boolean goesOn = place > 0 && !before.isSign(",");
        if (wanted.equals(Wanted.KEYWORDS)) {
            return inExpression(opener);
        }
        return goesOn && !Vocabulary.isBeforeOperand(before) ? Wanted.KEYWORDS : wanted;
    }

    private Wanted inQuery(Query query, int at, Node opener) {
        Source target = query.target();
        boolean listed = place == 0 || before.isSign(",");
        if (target != null && isListOfTarget(query, at, opener)) {
            return listed ? columns(List.of(target)) : Wanted.KEYWORDS;
        }
        if (opener.is("using") && !QueryPlace.isItem(query, at)) {
            return listed ? columns(query.sources()) : Wanted.NOTHING;
        }
        if (QueryPlace.isItem(query, at) && place == 0) {
            return QueryPlace.tables(level).orWords(List.of("select"));
        }
        return inExpression(opener);
    }

    private static boolean isListOfTarget(Query query, int at, Node opener) {
        int words = at - query.start();
        boolean named = words == 3 || (words == 5 && query.level().node(at - 2).is("as"));
        return (query.isHead("insert") && named)
                || opener.is("conflict")
                || opener.is("set")
                || (opener.isSign(",") && QueryPlace.isIn(query, at, "set"));
    }

    private Wanted columns(List<Source> sources) {
        return Wanted.columns(sources, Manner.ALONE).without(FromItems.names(level));
    }

    private Wanted inExpression(Node opener) {
        if (opener.is("cast") && before.is("as")) {
            return types();
        }
        if (opener.is("over") && place == 0) {
            return Wanted.words(List.of("order by", "partition by"));
        }
        return QueryPlace.expression(level);
    }

    private static boolean isDefinition(Level outer) {
        String words = outer.sketch(Math.min(outer.cursor(), 8));
        return words.matches("create (\\S+ )?(table|type) (if not exists )?\\S+ (as )?");
    }

    // "name type", and then what a column is like.
    private Wanted definition() {
        int start = place;
        while (start > 0 && !level.node(start - 1).isSign(",")) {
            start--;
        }
        if (place - start == 1 && before.isName()) {
            return types();
        }
        return before.is("references") || before.is("like") ? Wanted.names(Kind.TABLE) : Wanted.KEYWORDS;
    }

    private static Wanted types() {
        return Wanted.names(Kind.TYPE).orWords(Vocabulary.TYPES);
    }
}
