package dev.dbsh.query;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.Signature;
import dev.dbsh.command.StreamCommand;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.StatementKind;
import dev.dbsh.pg.TransactionState;
import dev.dbsh.report.Ending;
import dev.dbsh.report.Failure;
import dev.dbsh.report.Outcome;
import dev.dbsh.report.Plural;
import dev.dbsh.report.ReportSink;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** {@code sql STATEMENT}: one statement, sent as it was typed. */
public final class RawSql implements StreamCommand {
    private static final Parameter STATEMENT =
            Parameter.required("STATEMENT", Parameter.Takes.REST, Completion.RELATIONS);

    private final Session session;
    private final Consumer<Failure> notices;

    /** @param notices takes what the server wants to be known while a statement runs */
    public RawSql(Session session, Consumer<Failure> notices) {
        this.session = session;
        this.notices = notices;
    }

    @Override
    public Signature signature() {
        return Signature.query(
                        "sql",
                        Signature.Group.SQL,
                        "Run a statement; SQL can also be typed as it is, ended by ;",
                        "sql select count(*) from orders;")
                .taking(STATEMENT);
    }

    @Override
    public Ending run(Arguments arguments, ReportSink sink) {
        String statement = String.join(" ", arguments.all(STATEMENT));
        List<String> words = SqlWords.of(statement);
        if (words.isEmpty()) {
            return Ending.of(Outcome.OK, "nothing to run");
        }
        ReadOnlyGuard.check(words, session.server());
        if (words.get(0).equals("COPY") && (words.contains("STDIN") || words.contains("STDOUT"))) {
            throw Refusal.of(
                    Refusal.Kind.NOT_POSSIBLE,
                    "COPY with STDIN or STDOUT is not streamed here; nothing was sent",
                    "use psql, or --format csv -o FILE with a SELECT");
        }
        boolean endsFailed = isCommit(words.get(0)) && session.transaction() == TransactionState.FAILED;
        StreamedResults results = new StreamedResults(sink, notices);
        long count = session.run(statement, kind(words.get(0)), results);
        if (SqlWords.changesRole(words, session.transaction())) {
            session.look();
        }
        if (endsFailed) {
            return Ending.failed(Failure.of("ROLLED BACK: the transaction had failed, nothing of it was kept"));
        }
        return Ending.of(Outcome.OK, verdict(words, count, results.hasRows()));
    }

    /** False for the statements that only change the session or its transaction. */
    public static boolean mayWrite(String statement) {
        List<String> words = SqlWords.of(statement);
        return !words.isEmpty() && !SqlWords.isOfTheSession(words.get(0));
    }

    /** True when a statement may have made, renamed or removed something that has a name. */
    public static boolean changesNames(String statement) {
        List<String> words = SqlWords.of(statement);
        return !words.isEmpty()
                && Set.of("CREATE", "ALTER", "DROP", "IMPORT", "DO", "CALL", "ROLLBACK", "COMMIT", "SET", "RESET")
                        .contains(words.get(0));
    }

    /** True when a statement ends its transaction without keeping it. */
    public static boolean rollsBack(String statement) {
        List<String> words = SqlWords.of(statement);
        return !words.isEmpty()
                && (words.get(0).equals("ROLLBACK") || words.get(0).equals("ABORT"));
    }

    private static StatementKind kind(String word) {
        if (word.equals("BEGIN") || word.equals("START")) {
            return StatementKind.BEGIN;
        }
        if (isCommit(word)) {
            return StatementKind.COMMIT;
        }
        if (SqlWords.isQuery(word)) {
            return StatementKind.QUERY;
        }
        return SqlWords.isOfTheSession(word) ? StatementKind.SESSION : StatementKind.OTHER;
    }

    private static boolean isCommit(String word) {
        return word.equals("COMMIT") || word.equals("END");
    }

    private static String verdict(List<String> words, long count, boolean rows) {
        if (rows) {
            return Plural.of(count, "row");
        }
        return switch (words.get(0)) {
            case "INSERT" -> Plural.of(count, "row") + " inserted";
            case "UPDATE" -> Plural.of(count, "row") + " updated";
            case "DELETE" -> Plural.of(count, "row") + " deleted";
            case "MERGE" -> Plural.of(count, "row") + " merged";
            default ->
                "done: "
                        + String.join(" ", words.subList(0, Math.min(2, words.size())))
                                .toLowerCase(Locale.ROOT);
        };
    }
}
