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
    // A server with default settings has room for 6400 locks in all, and it is not ours to use up.
    private static final int MOST_RELATIONS = 450;
    private static final Set<String> OF_ONE_PART = Set.of(
            "55P03", "42501", "42P01", "42703", "3F000", "57014", "53200", "0A000", "55000", "58030", "XX001", "XX002");

    private final Lists lists;

    Parts(Lists lists) {
        this.lists = lists;
    }

    /**
     * One thing to read.
     *
     * @param sql its first parameter is its place in the list, which its row gives back as {@code place}
     * @param relations how many relations it locks while it is read
     * @param slow true when it may take long, and so is not to hold up others
     */
    record Part(Sql sql, int relations, boolean slow, List<Object> arguments) {}

    /** What came of a part: its value, or why there is none. */
    record Answer<T>(@Nullable T value, @Nullable String unread) {}

    /** Reads all parts; each has an answer under its place in the list. */
    <T> Map<Integer, Answer<T>> read(List<Part> parts, Row.Reader<T> reader) {
        Map<Integer, Answer<T>> answers = new HashMap<>();
        List<Integer> chunk = new ArrayList<>();
        int relations = 0;
        for (int place = 0; place < parts.size(); place++) {
            Part part = parts.get(place);
            if (part.slow()) {
                read(parts, List.of(place), reader, answers);
                continue;
            }
            if (chunk.size() == MOST_PARTS || (!chunk.isEmpty() && relations + part.relations() > MOST_RELATIONS)) {
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
            if (e.isConnectionLost() || e.isCancelled() || !OF_ONE_PART.contains(e.sqlState())) {
                throw e;
            }
            if (places.size() == 1) {
                answers.put(places.get(0), new Answer<>(null, reason(e)));
                return;
            }
            int half = places.size() / 2;
            read(parts, List.copyOf(places.subList(0, half)), reader, answers);
            read(parts, List.copyOf(places.subList(half, places.size())), reader, answers);
        }
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
        lists.list(
                Reads.TABLES,
                Sql.unionAll(statements),
                row -> answers.put((int) row.number("place"), new Answer<>(reader.read(row), null)),
                arguments.toArray());
    }

    private static String reason(SqlFailure e) {
        return switch (e.sqlState()) {
            case "55P03" -> SequenceState.LOCKED_BY + "another session";
            case "42P01", "42703", "3F000" -> "dropped meanwhile";
            case "57014" -> "took longer than " + Reads.TABLES.statementTimeout() + ": not read";
            case "53200" -> "the server has no room for more locks";
            default -> e.failure().message();
        };
    }
}
