package dev.dbsh.query;

import dev.dbsh.command.Refusal;
import dev.dbsh.command.WriteMode;
import dev.dbsh.pg.Server;
import dev.dbsh.sql.classify.Classified;
import dev.dbsh.sql.classify.Reason;
import dev.dbsh.sql.classify.UnderReadOnly;
import java.util.stream.Stream;

/**
 * Refuses, before anything is sent, what a READ ONLY transaction of the server lets through, what would lift it, and what
 * does not hold behind a pooler. A function of the user's own can hide any of it: the last word has the role.
 */
final class ReadOnlyGuard {
    private static final String READ_ONLY = "this session is read-only, and ";

    private ReadOnlyGuard() {}

    static void check(Classified statement, Server server) {
        if (server.isPooled()) {
            checkPooled(statement, server);
        } else if (!server.mayWrite()) {
            reasons(statement).forEach(ReadOnlyGuard::checkReadOnly);
        }
    }

    private static void checkPooled(Classified statement, Server server) {
        boolean session = statement.isOfTheSession();
        if (session || reasons(statement).anyMatch(ReadOnlyGuard::staysWithTheConnection)) {
            throw refusal(
                    (session ? statement.kind() : "this")
                            + " does not hold behind a pooler: the next statement may run on another connection",
                    server.wayAround());
        }
        reasons(statement)
                .filter(reason -> reason.underReadOnly() != UnderReadOnly.HARMLESS)
                .findFirst()
                .ifPresent(reason -> {
                    throw refusal(
                            "nothing is written through a pooler, and " + reason.what() + " " + reason.why(),
                            server.wayAround());
                });
    }

    private static boolean staysWithTheConnection(Reason reason) {
        return reason.what().equals("set_config") || reason.what().contains("_advisory_");
    }

    private static void checkReadOnly(Reason reason) {
        String hint = WriteMode.HINT;
        if (reason.underReadOnly() == UnderReadOnly.LIFTS) {
            throw refusal(READ_ONLY + "the statement would lift that", hint);
        }
        if (reason.underReadOnly() == UnderReadOnly.PASSES) {
            throw refusal(READ_ONLY + reason.what() + " " + reason.why(), hint);
        }
    }

    /** Of the statement, and of the one that it keeps for later. */
    private static Stream<Reason> reasons(Classified statement) {
        Classified kept = statement.kept();
        return kept == null
                ? statement.reasons().stream()
                : Stream.concat(statement.reasons().stream(), kept.reasons().stream());
    }

    private static Refusal refusal(String message, String hint) {
        return Refusal.of(Refusal.Kind.GUARD_RAIL, message, hint);
    }
}
