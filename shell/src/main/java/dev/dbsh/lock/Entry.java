package dev.dbsh.lock;

import dev.dbsh.pg.Identifier;
import dev.dbsh.report.Column;
import dev.dbsh.report.Drawn;
import dev.dbsh.report.Meaning;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A line of the forest.
 *
 * @param branches what is drawn before its name
 * @param blockedBy the nearest of those that it waits for
 * @param frees how many sessions wait because of it, directly or behind others
 * @param freed how many of these can go on when it alone ends
 */
record Entry(
        Party party,
        int depth,
        String branches,
        List<String> blockedBy,
        int frees,
        int freed,
        Action action,
        String note) {
    private static final int QUERY = 40;

    static final List<Column<Entry>> COLUMNS = List.of(
            Column.<Entry>text(
                            "pid",
                            entry -> new Drawn(
                                    entry.branches() + entry.party().name(),
                                    entry.party().pid()))
                    .meaning(entry -> entry.blockedBy().isEmpty() && entry.frees() > 0 ? Meaning.BAD : Meaning.PLAIN),
            Column.<Entry>text("gid", entry -> entry.party().gid()).asDetail(),
            Column.<Entry>number("depth", Entry::depth).asDetail(),
            Column.<Entry>text("blocked_by", Entry::blockedBy)
                    .typed(Entry::blockersForJson)
                    .asDetail(),
            Column.<Entry>text("lock_type", ofWait(Wait::lockType)).asDetail(),
            Column.<Entry>text("mode", ofWait(Wait::mode)).asSpare(),
            Column.text("object", ofWait(Wait::object)),
            Column.number("waited_seconds", ofWait(Wait::waited)),
            Column.<Entry>text("state", entry -> entry.party().backend().state())
                    .meaning(entry -> entry.party().backend().hidden() ? Meaning.WARNING : Meaning.PLAIN)
                    .asSpare(),
            Column.<Entry>text("backend_type", entry -> entry.party().backend().kind())
                    .asDetail(),
            Column.<Entry>text("user", entry -> readable(entry.party().backend().user()))
                    .asSpare(),
            Column.<Entry>text("application", entry -> entry.party().backend().application())
                    .asSpare(),
            Column.<Entry>text("client", entry -> entry.party().backend().client())
                    .asDetail(),
            Column.<Entry>text(
                            "database",
                            entry -> readable(entry.party().backend().database()))
                    .asDetail(),
            Column.<Entry>number(
                            "xact_age_seconds", entry -> entry.party().backend().transactionAge())
                    .asDetail(),
            Column.<Entry>text(
                            "query", entry -> shortened(entry.party().backend().query()))
                    .asSpare(),
            Column.number("frees", Entry::frees),
            Column.<Entry>text("action", entry -> entry.action().word()).asDetail(),
            Column.<Entry>text("note", Entry::note).asSpare());

    private static Column.Value<Entry> ofWait(Function<Wait, @Nullable Object> part) {
        return entry -> {
            Wait wait = entry.party().waitsFor();
            return wait == null ? null : part.apply(wait);
        };
    }

    // Pids as numbers, as in the column "pid".
    private List<Object> blockersForJson() {
        return blockedBy.stream()
                .map(name -> name.startsWith("prepared:") ? (Object) name : Integer.valueOf(name))
                .toList();
    }

    private static @Nullable String readable(@Nullable String name) {
        return name == null ? null : Identifier.readable(name);
    }

    static @Nullable Drawn shortened(@Nullable String query) {
        if (query == null) {
            return null;
        }
        String line = query.strip().replaceAll("\\s+", " ");
        return new Drawn(line.length() <= QUERY ? line : line.substring(0, QUERY - 3) + "...", query);
    }

    boolean isRoot() {
        return depth == 0;
    }
}
