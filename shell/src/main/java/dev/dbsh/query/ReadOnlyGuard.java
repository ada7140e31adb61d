package dev.dbsh.query;

import dev.dbsh.command.Refusal;
import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.Server;
import java.util.List;
import java.util.Locale;

/**
 * Refuses, before anything is sent, what a READ ONLY transaction of the server lets through, what would lift it, what
 * does not hold behind a pooler, and what the driver cannot survive. A function of the user's own can hide any of it: the
 * last word has the role.
 */
final class ReadOnlyGuard {
    private ReadOnlyGuard() {}

    static void check(List<String> words, Server server) {
        words.forEach(ReadOnlyGuard::checkLength);
        checkEncoding(words);
        if (server.isPooled()) {
            checkPooled(words);
        }
        if (!server.mayWrite()) {
            checkReadOnly(words);
        }
    }

    // The server would cut the name, and may then mean another object.
    private static void checkLength(String word) {
        if (Identifier.isTooLong(word)) {
            throw Refusal.of(
                    Refusal.Kind.GUARD_RAIL,
                    "a name is longer than " + Identifier.MAX_BYTES + " bytes: " + word.toLowerCase(Locale.ROOT),
                    "the server would cut it and could mean another object");
        }
    }

    private static void checkEncoding(List<String> words) {
        boolean sets = words.get(0).equals("SET");
        if (sets && (words.contains("CLIENT_ENCODING") || words.contains("NAMES") || words.contains("DATESTYLE"))) {
            throw Refusal.of(
                    Refusal.Kind.GUARD_RAIL,
                    "the driver reads UTF8 and ISO dates only, and would end the session",
                    "format values in the statement: to_char, convert_to");
        }
    }

    private static void checkPooled(List<String> words) {
        boolean session = SqlWords.isOfTheSession(words.get(0));
        boolean settles = words.contains("SET_CONFIG") || Effects.takesAdvisoryLock(words);
        if (session || settles) {
            throw Refusal.of(
                    Refusal.Kind.GUARD_RAIL,
                    (session ? words.get(0) : "this")
                            + " does not hold behind a pooler: the next statement may run on another connection",
                    "connect to the server's own port");
        }
    }

    private static void checkReadOnly(List<String> words) {
        if (SqlWords.isOfTheSession(words.get(0)) && lifts(words)) {
            throw Refusal.of(
                    Refusal.Kind.GUARD_RAIL,
                    "this session is read-only, and the statement would lift that",
                    "start dbsh with --write");
        }
        Effects.of(words).ifPresent(effect -> {
            throw Refusal.of(
                    Refusal.Kind.GUARD_RAIL,
                    "this session is read-only, and " + effect + " has effects that the server would let through",
                    "start dbsh with --write");
        });
    }

    private static boolean lifts(List<String> words) {
        boolean twoPhase = words.get(0).equals("PREPARE")
                && words.size() > 1
                && words.get(1).equals("TRANSACTION");
        return words.contains("WRITE")
                || twoPhase
                || words.contains("CHARACTERISTICS")
                || words.contains("STANDARD_CONFORMING_STRINGS")
                || names(words, "TRANSACTION_READ_ONLY");
    }

    private static boolean names(List<String> words, String setting) {
        for (String word : words) {
            if (word.endsWith(setting)) {
                return true;
            }
        }
        return false;
    }
}
