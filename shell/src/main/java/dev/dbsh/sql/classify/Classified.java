package dev.dbsh.sql.classify;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one statement is and does, as far as its text tells. A function, operator, view or trigger of a user's own can do
 * more.
 *
 * @param kind as the server's command tag has it: {@code CREATE INDEX}; empty for no statement at all
 * @param own what its command does by itself, without what stands inside
 * @param reasons everything in it that has an effect
 * @param locks on tables and the like, for the commands of which that is known
 * @param settings that it changes
 * @param returnsRows true when it answers with rows
 * @param kept the statement that it only keeps for later: PREPARE, and DECLARE CURSOR
 */
public record Classified(
        String kind,
        Effect own,
        List<Reason> reasons,
        List<NamedObject> objects,
        Block block,
        Loss loss,
        List<PredictedLock> locks,
        List<SettingChange> settings,
        boolean returnsRows,
        @Nullable Classified kept) {

    private static final Set<String> QUERIES = Set.of("SELECT", "VALUES", "TABLE", "SHOW", "EXPLAIN");

    // What decides about definitions made before, runs anything, or changes the search path.
    private static final Set<String> RENAMING = Set.of(
            "CALL",
            "DO",
            "COMMIT",
            "ROLLBACK",
            "ROLLBACK TO SAVEPOINT",
            "SET",
            "RESET",
            "SET ROLE",
            "SET SESSION AUTHORIZATION",
            "DISCARD ALL");

    private static final Set<String> ROW_CHANGES = Set.of("UPDATE", "DELETE", "MERGE");

    public Classified {
        reasons = List.copyOf(reasons);
        objects = List.copyOf(objects);
        locks = List.copyOf(locks);
        settings = List.copyOf(settings);
    }

    /** Reads a statement of which nothing more is to be known than what kind it is. */
    public static Classified of(String statement) {
        return new Classifier(true).classify(statement);
    }

    /** The strongest effect of all. */
    public Effect effect() {
        return reasons.stream().map(Reason::effect).max(Effect::compareTo).orElse(own);
    }

    /** The functions among the reasons. */
    public List<Reason> functions() {
        return reasons.stream().filter(EffectFunctions::isOne).toList();
    }

    /** True for white space, comments and semicolons. */
    public boolean isEmpty() {
        return kind.isEmpty();
    }

    /** True when something follows behind its semicolon. */
    public boolean isSeveral() {
        return reasons.contains(Reason.SEVERAL);
    }

    /** True when a ROLLBACK leaves what it did; but for {@code nextval}, of which every insert leaves as much. */
    public boolean staysAfterRollback() {
        return outside().findAny().isPresent() || own == Effect.OUTSIDE;
    }

    /** Whose effects those are: {@code setval}. */
    public String beyondRollback() {
        return outside().map(Reason::what).distinct().collect(joining(", "));
    }

    private Stream<Reason> outside() {
        return reasons.stream()
                .filter(reason ->
                        reason.effect() == Effect.OUTSIDE && !reason.what().equals("nextval"));
    }

    /** True when it begins a transaction. */
    public boolean begins() {
        return kind.equals("BEGIN") || kind.equals("START TRANSACTION");
    }

    /** True when it ends the transaction of this session and keeps what that did. */
    public boolean commits() {
        return kind.equals("COMMIT");
    }

    /** True when it ends the transaction, or a part of it, and drops what that did. */
    public boolean rollsBack() {
        return kind.startsWith("ROLLBACK");
    }

    /** True when it only changes the session or where its transaction stands. */
    public boolean isOfTheSession() {
        return own == Effect.SESSION || own == Effect.TRANSACTION;
    }

    /** True when it changes or removes rows that are there, itself or in a part of it. */
    public boolean changesRows() {
        return overwrites() || hasRowChange();
    }

    /** True for an INSERT that changes the rows that it meets: ON CONFLICT DO UPDATE. */
    public boolean overwrites() {
        return loss.destruction().compareTo(Destruction.D3) >= 0
                && !hasRowChange()
                && reasons.stream().anyMatch(reason -> reason.what().equals("INSERT"));
    }

    private boolean hasRowChange() {
        return reasons.stream().anyMatch(reason -> ROW_CHANGES.contains(reason.what()));
    }

    /** True when afterwards something may have another name, or none, or mean another thing without its schema. */
    public boolean mayChangeNames() {
        return effect() == Effect.DDL
                || kind.startsWith("CREATE")
                || kind.startsWith("DROP")
                || RENAMING.contains(kind);
    }

    /** True when {@code $1} stands in it for what it is given later: PREPARE, and a routine whose body is not a string. */
    public boolean keepsParameters() {
        boolean routine = kind.endsWith(" FUNCTION") || kind.endsWith(" PROCEDURE");
        return kind.equals("PREPARE") || (routine && kind.startsWith("CREATE"));
    }

    /** True for what returns rows, can run in a transaction block and begins as a query does. */
    public boolean isQuery() {
        return returnsRows && QUERIES.contains(kind);
    }
}
