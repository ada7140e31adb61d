package dev.dbsh.app;

import dev.dbsh.sql.Token;
import dev.dbsh.sql.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What cannot stand in a file that is run in one transaction. */
final class OneTransaction {
    /** Only what begins with one of these is looked at as a whole. */
    private static final Set<String> SUSPECTS = Set.of(
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

    private static final Set<String> WHOLE_SERVER = Set.of("database", "tablespace");
    private static final Set<String> WHOLE_DATABASE = Set.of("database", "schema", "system");

    private OneTransaction() {}

    /** Why the statement cannot; empty when it can, or when only the server knows. */
    static Optional<String> problem(String statement) {
        int end = 0;
        while (end < statement.length() && Character.isLetter(statement.charAt(end))) {
            end++;
        }
        if (!SUSPECTS.contains(statement.substring(0, end).toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        List<String> words = Tokens.of(statement, true).stream()
                .filter(token -> token.kind() == Token.Kind.WORD)
                .map(Token::name)
                .toList();
        String second = words.size() > 1 ? words.get(1) : "";
        return endsOne(words, second)
                ? Optional.of(words.get(0).toUpperCase(Locale.ROOT) + " inside --single-transaction")
                : needsNone(words, second)
                        ? Optional.of((words.get(0) + " " + second).strip().toUpperCase(Locale.ROOT)
                                + " cannot run inside a transaction")
                        : Optional.empty();
    }

    private static boolean endsOne(List<String> words, String second) {
        return switch (words.get(0)) {
            case "abort", "begin", "commit", "end", "start" -> true;
            case "prepare" -> second.equals("transaction");
            case "rollback" -> !words.contains("to");
            default -> false;
        };
    }

    private static boolean needsNone(List<String> words, String second) {
        return switch (words.get(0)) {
            case "vacuum" -> true;
            case "cluster" -> words.size() == 1;
            case "discard" -> second.equals("all");
            case "create" -> WHOLE_SERVER.contains(second) || isConcurrent(words);
            case "drop" -> WHOLE_SERVER.contains(second) || isConcurrent(words);
            case "reindex" -> words.contains("concurrently") || words.stream().anyMatch(WHOLE_DATABASE::contains);
            case "alter" ->
                second.equals("system")
                        || (second.equals("database") && words.contains("tablespace"))
                        || (second.equals("table") && words.contains("detach") && words.contains("concurrently"));
            default -> false;
        };
    }

    // CREATE [UNIQUE] INDEX CONCURRENTLY, DROP INDEX CONCURRENTLY; the word may be a name elsewhere.
    private static boolean isConcurrent(List<String> words) {
        int index = words.indexOf("index");
        return index > 0
                && index <= 2
                && words.size() > index + 1
                && words.get(index + 1).equals("concurrently");
    }
}
