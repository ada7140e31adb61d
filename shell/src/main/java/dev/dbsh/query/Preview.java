package dev.dbsh.query;

import dev.dbsh.command.Operator;
import dev.dbsh.command.Question;
import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.StatementKind;
import dev.dbsh.pg.TransactionState;
import dev.dbsh.report.Column;
import dev.dbsh.report.Ending;
import dev.dbsh.report.Outcome;
import dev.dbsh.report.Section;
import dev.dbsh.sql.classify.Classified;
import dev.dbsh.sql.classify.Loss;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Runs a statement that changes rows in a transaction of its own, says what it really did, with all that cascades and
 * triggers did, and keeps it only when the operator says so.
 */
final class Preview {
    /** Half of what the server grants a transaction that waits for us: what is locked meanwhile is locked for everyone. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String COMMIT = "commit";
    private static final String ROLLBACK = "rollback";
    private static final String DEFERRED = "set constraints all immediate";

    private static final List<Column<ChangedRows>> COLUMNS = List.of(
            Column.text("table", rows -> rows.table().toString()),
            Column.number("inserted", ChangedRows::inserted),
            Column.number("updated", ChangedRows::updated),
            Column.number("deleted", ChangedRows::deleted));

    private final Session session;
    private final Operator operator;
    private final SqlRecord record;

    Preview(Session session, Operator operator, SqlRecord record) {
        this.session = session;
        this.operator = operator;
        this.record = record;
    }

    /**
     * Runs it; when anything goes wrong on the way, nothing is kept.
     *
     * @param what of which the loss is what has to be typed to keep it; mostly nothing but the word
     */
    Ending run(String statement, Classified what, StreamedResults results) {
        Lasting lasting = Lasting.before(session);
        session.run("begin", StatementKind.BEGIN, results);
        try {
            Map<QualifiedName, ChangedRows> before = Changes.before(session);
            session.run(statement, StatementKind.OTHER, results);
            // What waits for the COMMIT is part of what is shown, and fails before the question.
            session.run(DEFERRED, StatementKind.SESSION, results);
            Changes changed = Changes.since(before, session);
            lasting.look(statement);
            results.show();
            boolean kept = isToBeKept(changed, what.loss());
            session.run(kept ? COMMIT : ROLLBACK, kept ? StatementKind.COMMIT : StatementKind.SESSION, results);
            if (!kept) {
                record.declined();
            }
            if (what.staysAfterRollback()) {
                session.markChanged();
            }
            return kept ? kept(changed) : Ending.of(Outcome.OK, "rolled back" + lasting.words(what));
        } finally {
            if (session.findServer().isPresent() && session.transaction() != TransactionState.NONE) {
                session.run(ROLLBACK, StatementKind.SESSION, results);
            }
        }
    }

    private boolean isToBeKept(Changes changed, Loss loss) {
        String words =
                (loss.everyRow() ? "not yet committed, and without WHERE: " : "not yet committed: ") + changed.words();
        String keep = loss.toType().isEmpty() ? COMMIT : Consent.typed(loss);
        String answer = operator.ask(Question.choice(words, List.of(keep, ROLLBACK), ROLLBACK, PATIENCE));
        return answer.equals(keep);
    }

    private static Ending kept(Changes changed) {
        Ending ending = Ending.of(Outcome.OK, "committed: " + changed.words());
        return changed.rows().size() > 1
                ? ending.withSection(new Section<>("changed", COLUMNS, changed.rows()))
                : ending;
    }
}
