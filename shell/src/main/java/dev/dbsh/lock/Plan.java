package dev.dbsh.lock;

import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.Server;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What to type to let the waiting go on: only what works, first what frees most. */
final class Plan {
    private static final int SHOWN = 5;

    private Plan() {}

    static List<String> hints(List<Entry> lines, Server server) {
        List<Entry> useful = lines.stream()
                .filter(line -> line.freed() > 0)
                .sorted(Comparator.comparing(Entry::isRoot)
                        .thenComparing(Entry::freed)
                        .reversed())
                .toList();
        List<String> hints = new ArrayList<>();
        for (Entry line : useful) {
            List<String> typed = commands(line, server);
            if (hints.size() + typed.size() <= SHOWN) {
                hints.addAll(typed);
            }
        }
        hints.addAll(givingUp(lines, SHOWN - hints.size()));
        if (server.canWrite() && !server.mayWrite() && !hints.isEmpty() && !hints.equals(List.of("rollback;"))) {
            hints.add(0, "write on");
        }
        if (lines.stream().anyMatch(line -> line.party().backend().hidden())) {
            hints.add("grant pg_monitor to " + Identifier.readable(server.user()) + ";");
        }
        return hints;
    }

    // Ending the worker would only make another one start.
    private static List<String> givingUp(List<Entry> lines, int most) {
        Set<String> workers = lines.stream()
                .filter(line -> line.party().backend().preventsWraparound())
                .map(line -> line.party().name())
                .collect(Collectors.toSet());
        return lines.stream()
                .filter(line -> line.blockedBy().stream().anyMatch(workers::contains))
                .limit(Math.max(0, most))
                .map(line -> "cancel " + line.party().pid())
                .toList();
    }

    /** What ends what it holds up; empty when nothing does. */
    static List<String> commands(Entry line, Server server) {
        Party party = line.party();
        if (party.own()) {
            return List.of("rollback;");
        }
        return switch (line.action()) {
            case CANCEL, TERMINATE -> List.of(line.action().word() + " " + party.pid());
            case ROLLBACK_PREPARED -> rollBack(line, server);
            case WAIT, NONE -> List.of();
        };
    }

    private static List<String> rollBack(Entry line, Server server) {
        String statement =
                "rollback prepared '" + String.valueOf(line.party().gid()).replace("'", "''") + "';";
        @Nullable String database = line.party().backend().database();
        return database == null || database.equals(server.database())
                ? List.of(statement)
                : List.of("connect " + Identifier.readable(database), statement);
    }
}
