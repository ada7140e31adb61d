package dev.dbsh.sequence;

import dev.dbsh.pg.Lists;
import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Row;
import dev.dbsh.pg.Sql;
import dev.dbsh.pg.SqlFailure;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads where sequences stand. The server is asked, as far as it can tell: nextval writes down for a moment the value up
 * to which it has logged, 32 further on, and who reads the sequence like a table may see that.
 */
final class LastValues {
    private static final Sql POSITION = Sql.of(LastValues.class, "position.sql");
    private static final Sql LAST_VALUES = Sql.of(LastValues.class, "last-values.sql");

    private final Lists lists;
    private final Effort effort;

    LastValues(Lists lists, Effort effort) {
        this.lists = lists;
        this.effort = effort;
    }

    /** The statement that tells where a sequence stands. */
    static String tells(Sequence sequence) {
        return "select last_value, is_called from " + sequence.name();
    }

    /** Where one stands. */
    static Position position(Lists lists, Sequence sequence) {
        Position told = told(lists, sequence);
        if (told != null) {
            return told;
        }
        Position read = lists.one(Reads.TABLES, POSITION.with("sequence", sequence.name()), LastValues::position, 0);
        Position since = read.called() ? told(lists, sequence) : null;
        return since == null ? read : since;
    }

    private static @Nullable Position told(Lists lists, Sequence sequence) {
        Object id = new Long[] {sequence.id()};
        List<Told> told = lists.list(Reads.TABLES, LAST_VALUES, Told::of, id);
        return told.isEmpty() ? null : told.get(0).position();
    }

    /** Those that can be read stand there then; of the others it is said why not. */
    void read(List<Look> looks, boolean standby) {
        if (!standby) {
            ask(looks);
        }
        List<Look> left = looks.stream().filter(look -> look.position() == null).toList();
        readEach(left);
        if (!standby) {
            // Of one that had handed out nothing before the server cannot tell; since then it may.
            ask(left.stream().filter(Look::isCalled).toList());
        }
    }

    // A function in one statement, where a read of each sequence has to be planned.
    private void ask(List<Look> looks) {
        for (int at = 0; at < looks.size(); at += effort.locks()) {
            askTogether(looks.subList(at, Math.min(at + effort.locks(), looks.size())));
        }
    }

    // One that cannot be asked costs all of them their answer; alone it is read like a table.
    private void askTogether(List<Look> looks) {
        Map<Long, Look> byId = new HashMap<>();
        looks.forEach(look -> byId.put(look.sequence().id(), look));
        try {
            for (Told told : lists.list(
                    Reads.TABLES, LAST_VALUES, Told::of, (Object) byId.keySet().toArray(Long[]::new))) {
                Look look = byId.get(told.id());
                if (told.position() != null && look != null) {
                    look.stands(told.position());
                }
            }
        } catch (SqlFailure e) {
            if (!Parts.isOfOnePart(e)) {
                throw e;
            }
            if (looks.size() > 1) {
                askTogether(looks.subList(0, looks.size() / 2));
                askTogether(looks.subList(looks.size() / 2, looks.size()));
            }
        }
    }

    /** What the server says of one; null when that has handed out no value. */
    private record Told(long id, @Nullable Position position) {
        private static Told of(Row row) throws SQLException {
            Long last = row.numberOrNull("last_value");
            return new Told(row.number("sequence_id"), last == null ? null : new Position(last, true));
        }
    }

    private void readEach(List<Look> looks) {
        List<Parts.Part> each = looks.stream()
                .map(look -> POSITION.with("sequence", look.sequence().name()))
                .map(sql -> new Parts.Part(sql, 1, null, List.of()))
                .toList();
        new Parts(lists, effort).read(each, LastValues::position).forEach((place, answer) -> {
            Look look = looks.get(place);
            if (answer.value() == null) {
                look.unread(answer.unread());
            } else {
                look.stands(answer.value());
            }
        });
    }

    private static Position position(Row row) throws SQLException {
        return new Position(row.number("last_value"), row.flag("is_called"));
    }
}
