package dev.dbsh.console.cursor;

import dev.dbsh.pg.Keywords;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Words of SQL, as far as what can be typed next depends on them. */
public final class Vocabulary {
    /** What a statement begins with. */
    public static final List<String> STARTS = phrases(
            "alter, analyze, begin, call, cluster, comment on, commit, copy, create, delete from, drop, explain, grant,"
                    + " insert into, lock table, merge into, refresh materialized view, reindex, reset, revoke, rollback,"
                    + " savepoint, select, set, show, start transaction, table, truncate, update, vacuum, values, with");

    /** What can stand further on, where nothing more certain is known. */
    public static final List<String> KEYWORDS = phrases(
            "and, any, array, as, asc, between, by, cascade, case, cast, check, coalesce, concurrently, constraint,"
                    + " cross join, current_date, current_timestamp, default, desc, distinct, do nothing, do update set,"
                    + " else, end, except, exists, false, filter, for update, from, full join, group by, having,"
                    + " if exists, ilike, in, index, inner join, intersect, interval, is, is not null, is null, join,"
                    + " lateral, left join, like, limit, materialized view, not, null, nulls first, nulls last, offset,"
                    + " on, on conflict, or, order by, over, partition by, primary key, references, returning,"
                    + " right join, role, schema, select, sequence, set, skip locked, table, then, to, true, union all,"
                    + " unique, using, values, view, when, where, window, with");

    /** Types by the names that SQL gives them; all others the server knows. */
    static final List<String> TYPES = phrases(
            "bigint, bit, boolean, char, character varying, decimal, double precision, integer, interval, numeric, real,"
                    + " smallint, time, timestamp, timestamp with time zone, timestamptz, varchar");

    /** What begins a query, also in parentheses. */
    private static final Set<String> QUERIES =
            Set.of("select", "with", "insert", "update", "delete", "merge", "values", "table");

    /** After these an operand follows, never an operator. */
    private static final Set<String> BEFORE_OPERANDS = words(
            "select distinct all on where and or not having by when then else case in like ilike between returning set"
                    + " using any some values from symmetric limit offset filter escape");

    /** Unreserved words that follow a table and are not its alias. */
    private static final Set<String> AFTER_TABLES = words("set values when do overriding matched returning");

    private Vocabulary() {}

    /** True for the first word of a statement, in lower case. */
    public static boolean beginsStatement(String word) {
        return STARTS.stream().anyMatch(start -> start.equals(word) || start.startsWith(word + ' '));
    }

    static boolean beginsQuery(Node node) {
        return node.type() == Node.Type.WORD && QUERIES.contains(node.text());
    }

    static boolean isReserved(String word) {
        return Keywords.isReserved(word);
    }

    static boolean isAlias(Node node) {
        return node.isName() && node.names().size() == 1 && !AFTER_TABLES.contains(node.text());
    }

    /** True when an expression goes on after the node with an operand; false when it can go on with an operator. */
    static boolean isBeforeOperand(Node node) {
        return switch (node.type()) {
            case WORD -> BEFORE_OPERANDS.contains(node.text());
            case SIGN -> true;
            case NAME, VALUE, GROUP -> false;
        };
    }

    static List<String> phrases(String text) {
        return List.of(text.split(", "));
    }

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(text.split(" ")));
    }
}
