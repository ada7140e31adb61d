package dev.dbsh.console.cursor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns that a query gives, as far as its text tells their names. */
final class SelectList {
    private static final Set<String> ENDS =
            Set.of("from", "into", "where", "group", "having", "window", "order", "limit", "offset", "fetch", "for");

    private final Level level;
    private final List<Source> sources;
    private final List<String> columns = new ArrayList<>();
    private final List<Source> stars = new ArrayList<>();

    private SelectList(Level level, List<Source> sources) {
        this.level = level;
        this.sources = sources;
    }

    /** What the query in that level gives, with no alias. */
    static Source of(Level level, List<Source> known) {
        @Nullable Query query = Query.first(level, known);
        if (query == null) {
            return Source.derived("", List.of(), List.of());
        }
        if (query.isHead("table")) {
            return Source.derived("", List.of(), query.sources());
        }
        SelectList list = new SelectList(level, query.sources());
        if (query.isHead("values")) {
            list.number(level.node(query.start() + 1).inside());
        } else {
            list.read(query.isHead("select") ? query.start() : query.returning(), query.end());
        }
        return Source.derived("", list.columns, list.stars);
    }

    private void number(@Nullable Level row) {
        int values = row == null || row.size() == 0 ? 0 : 1;
        for (int at = 0; row != null && at < row.size(); at++) {
            values += row.node(at).isSign(",") ? 1 : 0;
        }
        for (int value = 1; value <= values; value++) {
            columns.add("column" + value);
        }
    }

    private void read(int word, int end) {
        int at = word + 1;
        if (level.node(at).is("distinct") || level.node(at).is("all")) {
            at += level.node(at + 1).is("on") ? 3 : 1;
        }
        int start = at;
        while (at < end && !ENDS.contains(level.node(at).word())) {
            if (level.node(at).isSign(",")) {
                item(start, at);
                start = at + 1;
            }
            at++;
        }
        item(start, at);
    }

    private void item(int start, int end) {
        Node last = level.node(end - 1);
        if (end <= start) {
            return;
        }
        if (last.isSign("*") && end - start == 1) {
            stars.addAll(sources);
        } else if (last.type() == Node.Type.NAME && last.lastName().equals("*")) {
            String alias = last.names().get(last.names().size() - 2);
            stars.addAll(
                    sources.stream().filter(one -> one.alias().equals(alias)).toList());
        } else {
            name(start, end, last);
        }
    }

    private void name(int start, int end, Node last) {
        boolean alone = end - start == 1;
        boolean aliased = !alone && (level.node(end - 2).is("as") || !Vocabulary.isBeforeOperand(level.node(end - 2)));
        if (!last.names().isEmpty() && (alone || aliased) && !last.is("end")) {
            columns.add(last.lastName());
        } else if (end - start == 2
                && last.inside() != null
                && level.node(start).isName()) {
            columns.add(level.node(start).lastName());
        }
    }
}
