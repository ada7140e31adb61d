package dev.dbsh.advice;

import dev.dbsh.command.WriteMode;
import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.SqlFailure;
import dev.dbsh.report.Failure;
import dev.dbsh.report.Origin;
import java.util.List;

/** What the code alone tells, one entry for each; nothing is asked. */
final class Words {
    static final Suggestion LOCKED =
            Suggestion.words("another session holds the lock; --lock-timeout 10s waits longer for it");

    private Words() {}

    static Suggestion on(SqlFailure e) {
        if (e.isConnectionLost()) {
            return Suggestion.words("the connection is gone, nothing is repeated by itself: connect");
        }
        return switch (e.sqlState()) {
            case "23505" -> DuplicateKey.row(e.failure());
            case "23502", "23503", "23514", "23P01" -> describe(e.failure());
            case "25001" -> new Suggestion(List.of("a transaction is open"), List.of("commit;", "rollback;"));
            case "25006" -> Suggestion.words(WriteMode.HINT);
            case "25P02" -> Suggestion.command("rollback;");
            case "40001" ->
                Suggestion.words("nothing of the transaction was kept: it can be run again from its beginning");
            case "40P01" ->
                Suggestion.words("nothing of the transaction was kept, and the other one goes on: it can be run again");
            case "55P03" -> LOCKED;
            case "57014" -> cancelled(e);
            default -> Suggestion.NONE;
        };
    }

    private static Suggestion describe(Failure failure) {
        Origin origin = failure.origin();
        if (origin == null || origin.schema() == null || origin.table() == null) {
            return Suggestion.NONE;
        }
        return Suggestion.command("describe " + new QualifiedName(origin.schema(), origin.table()));
    }

    // The code is the same for all three; the words are the server's, in the language of its messages.
    private static Suggestion cancelled(SqlFailure e) {
        String message = e.failure().message();
        if (e.isCancelled()) {
            return Suggestion.NONE;
        }
        if (message.contains("statement timeout")) {
            return Suggestion.words("statement_timeout ended it; dbsh --statement-timeout 10min allows more");
        }
        return message.contains("user request") ? Suggestion.words("another session cancelled it") : Suggestion.NONE;
    }
}
