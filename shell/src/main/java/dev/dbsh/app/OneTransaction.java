package dev.dbsh.app;

import dev.dbsh.sql.classify.Block;
import dev.dbsh.sql.classify.Classified;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What cannot stand in a file that is run in one transaction. */
final class OneTransaction {
    /** Only what begins with one of these is read as a whole: the file is read before it is run, and may be long. */
    static final Set<String> SUSPECTS = Set.of(
            "abort",
            "alter",
            "begin",
            "cluster",
            "commit",
            "create",
            "discard",
            "drop",
            "end",
            "prepare",
            "reindex",
            "rollback",
            "start",
            "vacuum");

    private static final Set<String> ENDS = Set.of("COMMIT", "ROLLBACK", "PREPARE TRANSACTION");

    private OneTransaction() {}

    /** Why the statement cannot; empty when it can, or when only the server knows. */
    static Optional<String> problem(String statement) {
        int end = 0;
        while (end < statement.length() && Character.isLetter(statement.charAt(end))) {
            end++;
        }
        String word = statement.substring(0, end).toLowerCase(Locale.ROOT);
        return SUSPECTS.contains(word) ? problem(Classified.of(statement)) : Optional.empty();
    }

    private static Optional<String> problem(Classified statement) {
        if (statement.begins() || ENDS.contains(statement.kind())) {
            return Optional.of(statement.kind() + " inside --single-transaction");
        }
        Block block = statement.block();
        return block.answer() == Block.Answer.NO ? Optional.of(block.why()) : Optional.empty();
    }
}
