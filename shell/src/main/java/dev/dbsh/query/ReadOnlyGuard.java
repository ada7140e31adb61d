package dev.dbsh.query;

import dev.dbsh.command.Refusal;
import dev.dbsh.pg.Server;
import java.util.List;

/**
 * Refuses the statements that would lift read-only by themselves, or that do not hold behind a pooler. The server's own
 * read-only transaction stops what writes; this stops what would end it.
 */
final class ReadOnlyGuard {
    private ReadOnlyGuard() {}

    static void check(List<String> words, Server server) {
        if (!SqlWords.isOfTheSession(words.get(0))) {
            return;
        }
        if (server.isPooled()) {
            throw Refusal.of(
                    Refusal.Kind.GUARD_RAIL,
                    words.get(0) + " does not hold behind a pooler: the next statement may run on another connection",
                    "connect to the server's own port");
        }
        if (server.readOnly() && lifts(words)) {
            throw Refusal.of(
                    Refusal.Kind.GUARD_RAIL,
                    "this session is read-only, and the statement would lift that",
                    "start dbsh with --write");
        }
    }

    private static boolean lifts(List<String> words) {
        boolean readWrite = words.contains("WRITE");
        boolean twoPhase = words.get(0).equals("PREPARE")
                && words.size() > 1
                && words.get(1).equals("TRANSACTION");
        return readWrite || twoPhase || words.contains("CHARACTERISTICS") || names(words, "TRANSACTION_READ_ONLY");
    }

    // U&"..." can spell a name in ways that only the server reads, so such a SET counts as one that lifts.
    private static boolean names(List<String> words, String setting) {
        for (String word : words) {
            if (word.endsWith(setting) || (word.equals("U") && words.get(0).equals("SET"))) {
                return true;
            }
        }
        return false;
    }
}
