package dev.dbsh.query;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Operator;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.Signature;
import dev.dbsh.command.StreamCommand;
import dev.dbsh.pg.Following;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.StatementKind;
import dev.dbsh.pg.TransactionState;
import dev.dbsh.report.Ending;
import dev.dbsh.report.Failure;
import dev.dbsh.report.Outcome;
import dev.dbsh.report.Plural;
import dev.dbsh.report.ReportSink;
import dev.dbsh.sql.classify.Block;
import dev.dbsh.sql.classify.Classified;
import dev.dbsh.sql.classify.Effect;
import dev.dbsh.sql.classify.KeptStatements;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** {@code sql STATEMENT}: one statement, sent as it was typed. */
public final class RawSql implements StreamCommand {
    private static final Parameter STATEMENT =
            Parameter.required("STATEMENT", Parameter.Takes.REST, Completion.RELATIONS);

    private static final String PREPARE = "PREPARE TRANSACTION";
    private static final Set<String> ROLES = Set.of("role", "session_authorization");

    private final Session session;
    private final Consumer<Failure> notices;
    private final SqlRecord record;
    private final Supplier<Operator> operator;
    private final KeptStatements kept = new KeptStatements();
    private final LookAhead lookAhead;
    private final Copies copies;
    private boolean notifies;

    /**
     * Prepares the command.
     *
     * @param typed what it is run with
     * @param operator asked before something is lost, and before changed rows are kept
     * @param behind what {@code COPY FROM STDIN} reads, and what is run next
     */
    public RawSql(Typed typed, Supplier<Operator> operator, Behind behind) {
        this.session = typed.session();
        this.notices = typed.notices();
        this.record = typed.record();
        this.operator = operator;
        this.lookAhead = new LookAhead(new Guards(session, kept), behind);
        this.copies = new Copies(session, notices, behind);
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
        String text = String.join(" ", arguments.all(STATEMENT));
        Classified statement = lookAhead.check(text);
        if (statement.isEmpty()) {
            return Ending.of(Outcome.OK, "nothing to run");
        }
        return switch (statement.kind()) {
            case "COPY TO STDOUT" -> copies.toStandardOutput(text, sink);
            case "COPY FROM STDIN" -> record.run(text, statement, () -> copies.fromStandardInput(text));
            default -> run(text, statement, sink);
        };
    }

    private Ending run(String text, Classified statement, ReportSink sink) {
        boolean onlyReads = statement.effect() == Effect.READS && session.transaction() == TransactionState.NONE;
        StreamedResults results = new StreamedResults(sink, notices, onlyReads);
        Consent consent = new Consent(session, operator.get());
        if (consent.isAskedAfterwards(statement)) {
            Preview preview = new Preview(session, operator.get(), record);
            Ending ending = record.run(text, statement, () -> preview.run(text, statement, results));
            kept.ran(statement);
            return ending;
        }
        if (!consent.isGiven(statement)) {
            return Ending.of(Outcome.OK, "not run: nothing was changed");
        }
        return record.run(text, statement, () -> send(text, statement, results));
    }

    private Ending send(String text, Classified statement, StreamedResults results) {
        TransactionState before = session.transaction();
        Following following = operator.get().isPerson()
                ? Following.NOTHING
                : lookAhead.following(text, statement, record.onlyReadsAhead());
        long count = session.run(text, kind(statement), results, following);
        kept.ran(statement);
        if (changesRole(statement)) {
            session.look();
        }
        if (kind(statement) == StatementKind.COMMIT && before == TransactionState.FAILED) {
            return Ending.failed(Failure.of("ROLLED BACK: the transaction had failed, nothing of it was kept"));
        }
        if (statement.kind().equals(PREPARE) && before == TransactionState.NONE) {
            return Ending.failed(Failure.of("no transaction is open: nothing was prepared"));
        }
        if (statement.staysAfterRollback() || isNotified(statement, before)) {
            session.markChanged();
        }
        return results.completed(Ending.of(Outcome.OK, verdict(statement, count, results.hasRows())));
    }

    // The server gives notice when the transaction commits, and without a number of its own for it.
    private boolean isNotified(Classified statement, TransactionState before) {
        notifies = statement.kind().equals("NOTIFY") || (notifies && before == TransactionState.OPEN);
        boolean over = session.transaction() == TransactionState.NONE;
        return notifies && over && !statement.rollsBack();
    }

    private static StatementKind kind(Classified statement) {
        if (statement.begins()) {
            return StatementKind.BEGIN;
        }
        if (statement.commits() || statement.kind().equals(PREPARE)) {
            return StatementKind.COMMIT;
        }
        if (statement.isQuery()) {
            return StatementKind.QUERY;
        }
        // The server refuses LOCK outside of a transaction block; in one of ours it would be gone with it.
        if (statement.isOfTheSession() || statement.kind().equals("LOCK TABLE")) {
            return StatementKind.SESSION;
        }
        return statement.block().answer() == Block.Answer.YES ? StatementKind.OTHER : StatementKind.ALONE;
    }

    // In an open transaction only for those that say so: any question would fix its snapshot.
    private boolean changesRole(Classified statement) {
        if (statement.settings().stream().anyMatch(setting -> ROLES.contains(setting.name()))) {
            return session.transaction() != TransactionState.FAILED;
        }
        boolean ended = session.transaction() == TransactionState.NONE;
        return switch (statement.kind()) {
            case "SET ROLE", "SET SESSION AUTHORIZATION" -> session.transaction() != TransactionState.FAILED;
            case "SET", "RESET", "DISCARD ALL", "COMMIT", "ROLLBACK" -> ended;
            default -> false;
        };
    }

    private static String verdict(Classified statement, long count, boolean rows) {
        if (rows) {
            return Plural.of(count, "row");
        }
        return switch (statement.kind()) {
            case "INSERT" -> Plural.of(count, "row") + (statement.overwrites() ? " inserted or updated" : " inserted");
            case "UPDATE" -> Plural.of(count, "row") + " updated";
            case "DELETE" -> Plural.of(count, "row") + " deleted";
            case "MERGE" -> Plural.of(count, "row") + " inserted, updated or deleted";
            default -> "done: " + statement.kind().toLowerCase(Locale.ROOT);
        };
    }
}
