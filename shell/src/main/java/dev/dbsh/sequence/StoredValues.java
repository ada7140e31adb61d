package dev.dbsh.sequence;

import dev.dbsh.pg.Lists;
import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Row;
import dev.dbsh.pg.Sql;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks columns for stored values; a tree of tables that takes too many locks at once is asked table by table. */
final class StoredValues {
    private static final Sql MEMBERS = Sql.of(StoredValues.class, "members.sql");

    private final Lists lists;
    private final Effort effort;
    private final Parts parts;
    private final Map<FedColumn, List<Member>> members = new HashMap<>();

    StoredValues(Lists lists, Effort effort) {
        this.lists = lists;
        this.effort = effort;
        this.parts = new Parts(lists, effort);
    }

    /** What is asked of a column for a look, and what is to be done with the answer: null when there is none such. */
    record Errand(Look look, FedColumn column, Ask ask, Consumer<@Nullable BigDecimal> delivery) {}

    private record Value(@Nullable BigDecimal number) {}

    /** A table of a tree. */
    private record Member(QualifiedName table, int relations, boolean readable) {
        static Member of(Row row) throws SQLException {
            return new Member(
                    row.qualifiedName("member_schema", "member_name"),
                    (int) row.number("relations"),
                    row.flag("readable"));
        }
    }

    void read(List<Errand> errands) {
        List<Parts.Part> all = new ArrayList<>();
        List<Integer> ofErrand = new ArrayList<>();
        for (int at = 0; at < errands.size(); at++) {
            for (Parts.Part part : parts(errands.get(at))) {
                all.add(part);
                ofErrand.add(at);
            }
        }
        Map<Integer, @Nullable BigDecimal> best = new HashMap<>();
        Map<Integer, Parts.Answer<Value>> answers = parts.read(all, StoredValues::value);
        answers.forEach((place, answer) -> {
            int at = ofErrand.get(place);
            Errand errand = errands.get(at);
            if (answer.value() == null) {
                errand.look().unread(answer.unread());
            } else {
                best.put(at, errand.ask().better(best.get(at), answer.value().number()));
            }
        });
        best.forEach((at, value) -> errands.get(at).delivery().accept(value));
    }

    private List<Parts.Part> parts(Errand errand) {
        FedColumn column = errand.column();
        Ask ask = errand.ask();
        int relations = column.reading().relations();
        if (relations <= effort.locks()) {
            return List.of(part(ask.tree(), column, column.table().name(), relations, ask));
        }
        List<Member> tree = members.computeIfAbsent(column, this::tree);
        long closed = tree.stream().filter(member -> !member.readable()).count();
        if (closed > 0) {
            errand.look()
                    .unread(closed + " of the " + tree.size() + " tables of " + column.table()
                            + " cannot be read, and they are too many to be read at once through it");
        }
        return tree.stream()
                .filter(Member::readable)
                .filter(member -> ask.tree() != ask.alone()
                        || member.table().equals(column.table().name()))
                .map(member -> part(ask.alone(), column, member.table(), member.relations(), ask))
                .toList();
    }

    private List<Member> tree(FedColumn column) {
        return lists.list(
                Reads.CATALOG,
                MEMBERS,
                Member::of,
                column.table().id(),
                column.name().name());
    }

    private static Parts.Part part(Sql sql, FedColumn column, QualifiedName table, int relations, Ask ask) {
        return new Parts.Part(
                sql.with("table", table).with("column", column.name()), relations, column.scan(), ask.arguments());
    }

    private static Value value(Row row) throws SQLException {
        String text = row.textOrNull("value");
        return new Value(text == null ? null : Numeric.of(text));
    }
}
