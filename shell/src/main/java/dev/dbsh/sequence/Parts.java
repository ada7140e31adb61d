package dev.dbsh.sequence;

import dev.dbsh.pg.Lists;
import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Row;
import dev.dbsh.pg.Sql;
import dev.dbsh.pg.SqlFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads many small things in few statements. When one of a statement's things cannot be read, the statement is halved
 * until that one stands alone, so that it costs no other its answer.
 */
final class Parts {
    private static final int MOST_PARTS = 200;
    private static final Set<String> OF_ONE_PART = Set.of(
            "55P03", "42501", "42P01", "42703", "3F000", "57014", "53200", "0A000", "55000", "58030", "58P01", "XX000",
            "XX001", "XX002");

    private final Lists lists;
    private final Effort effort;

    Parts(Lists lists, Effort effort) {
        this.lists = lists;
        this.effort = effort;
    }

    /**
     * One thing to read.
     *
     * @param sql its first parameter is its place in the list, which its row gives back as {@code place}
     * @param relations how many relations it locks while it is read
     * @param scan why it may take long, and so is not to hold up others; null when it is quick
     */
    record Part(Sql sql, int relations, @Nullable String scan, List<Object> arguments) {}

    /** What came of a part: its value, or why there is none. */
    record Answer<T>(@Nullable T value, @Nullable String unread) {}

    /** Reads all parts; each has an answer under its place in the list. */
    <T> Map<Integer, Answer<T>> read(List<Part> parts, Row.Reader<T> reader) {
        Map<Integer, Answer<T>> answers = new HashMap<>();
        List<Integer> chunk = new ArrayList<>();
        int relations = 0;
        for (int place = 0; place < parts.size(); place++) {
            Part part = parts.get(place);
            if (part.relations() > effort.locks()) {
                answers.put(place, new Answer<>(null, "takes " + part.relations() + " locks at once: not read"));
                continue;
            }
            if (part.scan() != null) {
                read(parts, List.of(place), reader, answers);
                continue;
            }
            if (chunk.size() == MOST_PARTS || (!chunk.isEmpty() && relations + part.relations() > effort.locks())) {
                read(parts, chunk, reader, answers);
                chunk.clear();
                relations = 0;
            }
            chunk.add(place);
            relations += part.relations();
        }
        read(parts, chunk, reader, answers);
        return answers;
    }

    private <T> void read(
            List<Part> parts, List<Integer> places, Row.Reader<T> reader, Map<Integer, Answer<T>> answers) {
        if (places.isEmpty()) {
            return;
        }
        try {
            send(parts, places, reader, answers);
        } catch (SqlFailure e) {
            if (!isOfOnePart(e)) {
                throw e;
            }
            if (places.size() == 1) {
                int place = places.get(0);
                answers.put(place, new Answer<>(null, reason(e, parts.get(place).scan())));
                return;
            }
            int half = places.size() / 2;
            read(parts, List.copyOf(places.subList(0, half)), reader, answers);
            read(parts, List.copyOf(places.subList(half, places.size())), reader, answers);
        }
    }

    /** True when a failure says something about one of several things only, so that the others can be read still. */
    static boolean isOfOnePart(SqlFailure e) {
        return !e.isConnectionLost() && !e.isCancelled() && OF_ONE_PART.contains(e.sqlState());
    }

    private <T> void send(
            List<Part> parts, List<Integer> places, Row.Reader<T> reader, Map<Integer, Answer<T>> answers) {
        List<Sql> statements = new ArrayList<>();
        List<Object> arguments = new ArrayList<>();
        for (int place : places) {
            statements.add(parts.get(place).sql());
            arguments.add(place);
            arguments.addAll(parts.get(place).arguments());
        }
        boolean isScan = parts.get(places.get(0)).scan() != null;
        lists.list(
                isScan ? effort.scans() : Reads.TABLES,
                Sql.unionAll(statements),
                row -> answers.put((int) row.number("place"), new Answer<>(reader.read(row), null)),
                arguments.toArray());
    }

    private static String reason(SqlFailure e, @Nullable String scan) {
        return switch (e.sqlState()) {
            case "55P03" -> SequenceState.LOCKED_BY + "another session";
            case "42P01", "42703", "3F000" -> "dropped meanwhile";
            case "57014" ->
                scan == null
                        ? "took longer than " + Reads.TABLES.statementTimeout() + ": not read"
                        : scan + ": not read within " + Reads.SCANS.statementTimeout() + ", --exact reads it";
            case "53200" -> "the server has no room for more locks";
            default -> e.failure().message();
        };
    }
}
