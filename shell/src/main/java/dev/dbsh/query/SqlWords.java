package dev.dbsh.query;

import dev.dbsh.pg.TransactionState;
import dev.dbsh.sql.Token;
import dev.dbsh.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words that begin a statement of PostgreSQL, and what follows from them before it is sent. */
public final class SqlWords {
    private static final Set<String> STATEMENTS = Set.of(
            "ABORT",
            "ALTER",
            "ANALYZE",
            "ANALYSE",
            "BEGIN",
            "CALL",
            "CHECKPOINT",
            "CLOSE",
            "CLUSTER",
            "COMMENT",
            "COMMIT",
            "COPY",
            "CREATE",
            "DEALLOCATE",
            "DECLARE",
            "DELETE",
            "DISCARD",
            "DO",
            "DROP",
            "END",
            "EXECUTE",
            "EXPLAIN",
            "FETCH",
            "GRANT",
            "IMPORT",
            "INSERT",
            "LISTEN",
            "LOAD",
            "LOCK",
            "MERGE",
            "MOVE",
            "NOTIFY",
            "PREPARE",
            "REASSIGN",
            "REFRESH",
            "REINDEX",
            "RELEASE",
            "RESET",
            "REVOKE",
            "ROLLBACK",
            "SAVEPOINT",
            "SECURITY",
            "SELECT",
            "SET",
            "SHOW",
            "START",
            "TABLE",
            "TRUNCATE",
            "UNLISTEN",
            "UPDATE",
            "VACUUM",
            "VALUES",
            "WITH");

    // Each of these returns rows and may run in a transaction block.
    private static final Set<String> QUERIES = Set.of("SELECT", "VALUES", "TABLE", "WITH", "SHOW", "EXPLAIN");

    // These change the session or its transaction; a transaction of our own around them would undo or refuse them.
    private static final Set<String> OF_THE_SESSION = Set.of(
            "ABORT",
            "BEGIN",
            "CLOSE",
            "COMMIT",
            "DEALLOCATE",
            "DECLARE",
            "DISCARD",
            "END",
            "FETCH",
            "LISTEN",
            "MOVE",
            "PREPARE",
            "RELEASE",
            "RESET",
            "ROLLBACK",
            "SAVEPOINT",
            "SET",
            "START",
            "UNLISTEN");

    private SqlWords() {}

    /** The words and quoted names of a statement in upper case. */
    static List<String> of(String statement) {
        List<String> words = new ArrayList<>();
        for (Token token : Tokens.of(statement, true)) {
            if (token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.QUOTED_NAME) {
                words.add(token.name().toUpperCase(Locale.ROOT));
            }
        }
        return words;
    }

    /** True when a statement can begin with that word, in upper case. */
    public static boolean beginsStatement(String word) {
        return STATEMENTS.contains(word);
    }

    /** The words as they are typed, for telling what a mistyped one was meant to be. */
    public static List<String> typed() {
        return STATEMENTS.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    static boolean isQuery(String word) {
        return QUERIES.contains(word);
    }

    /** True when running it can change nothing in the database by itself. */
    static boolean isOfTheSession(String word) {
        return OF_THE_SESSION.contains(word);
    }

    /**
     * True when the session may be someone else's after the statement. In an open transaction only for those that say
     * so: any question would fix its snapshot.
     */
    static boolean changesRole(List<String> words, TransactionState state) {
        boolean says = words.contains("ROLE") || words.contains("AUTHORIZATION");
        return switch (words.get(0)) {
            case "SET", "RESET" -> state == TransactionState.NONE || (says && state == TransactionState.OPEN);
            case "DISCARD", "ROLLBACK", "ABORT", "COMMIT", "END" -> state == TransactionState.NONE;
            default -> false;
        };
    }
}
