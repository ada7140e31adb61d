package dev.dbsh.query;

import dev.dbsh.pg.Following;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Sends nothing ahead that would have to be recorded before: as long as nothing is, only what reads. */
final class RecordedFirst implements Following {
    private static final String READ = "select";

    private final Following following;
    private final BooleanSupplier recorded;

    RecordedFirst(Following following, BooleanSupplier recorded) {
        this.following = following;
        this.recorded = recorded;
    }

    @Override
    public List<String> statements(int most, int bytes, Stretch stretch) {
        List<String> statements = following.statements(most, bytes, stretch);
        return recorded.getAsBoolean() ? statements : reading(statements);
    }

    // What may be sent ahead at all, and begins so, changes no row.
    private static List<String> reading(List<String> statements) {
        List<String> reading = new ArrayList<>();
        for (String statement : statements) {
            if (!statement.regionMatches(true, 0, READ, 0, READ.length())) {
                break;
            }
            reading.add(statement);
        }
        return reading;
    }

    @Override
    public boolean isBehindRead() {
        return following.isBehindRead();
    }

    @Override
    public void prepare(int most) {
        following.prepare(most);
    }
}
