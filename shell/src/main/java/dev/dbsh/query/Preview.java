package dev.dbsh.query;

import dev.dbsh.command.Operator;
import dev.dbsh.command.Question;
import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.Sql;
import dev.dbsh.pg.StatementKind;
import dev.dbsh.pg.TransactionState;
import dev.dbsh.report.Column;
import dev.dbsh.report.Ending;
import dev.dbsh.report.Outcome;
import dev.dbsh.report.Section;
import dev.dbsh.sql.classify.Loss;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a statement that changes rows in a transaction of its own, says what it really did, with all that cascades and
 * triggers did, and keeps it only when the operator says so.
 */
final class Preview {
    private static final Sql ROWS_CHANGED = Sql.of(Preview.class, "rows-changed.sql");

    /** Half of what the server grants a transaction that waits for us: what is locked meanwhile is locked for everyone. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String COMMIT = "commit";
    private static final String ROLLBACK = "rollback";
    private static final int TABLES_NAMED = 8;

    private static final List<Column<ChangedRows>> COLUMNS = List.of(
            Column.text("table", rows -> rows.table().toString()),
            Column.number("inserted", ChangedRows::inserted),
            Column.number("updated", ChangedRows::updated),
            Column.number("deleted", ChangedRows::deleted));

    private final Session session;
    private final Operator operator;

    Preview(Session session, Operator operator) {
        this.session = session;
        this.operator = operator;
    }

    /**
     * Runs it; when anything goes wrong on the way, nothing is kept.
     *
     * @param loss what has to be typed to keep it; mostly nothing but the word
     */
    Ending run(String statement, Loss loss, StreamedResults results) {
        session.run("begin", StatementKind.BEGIN, results);
        try {
            Map<QualifiedName, ChangedRows> before = counted();
            session.run(statement, StatementKind.OTHER, results);
            List<ChangedRows> changed = since(before);
            results.show();
            boolean kept = isToBeKept(changed, loss);
            session.run(kept ? COMMIT : ROLLBACK, kept ? StatementKind.COMMIT : StatementKind.SESSION, results);
            return ending(kept, changed);
        } finally {
            if (session.findServer().isPresent() && session.transaction() != TransactionState.NONE) {
                session.run(ROLLBACK, StatementKind.SESSION, results);
            }
        }
    }

    private Map<QualifiedName, ChangedRows> counted() {
        Map<QualifiedName, ChangedRows> counted = new HashMap<>();
        for (ChangedRows rows : session.list(Reads.CATALOG, ROWS_CHANGED, ChangedRows::of)) {
            counted.put(rows.table(), rows);
        }
        return counted;
    }

    private List<ChangedRows> since(Map<QualifiedName, ChangedRows> before) {
        List<ChangedRows> changed = new ArrayList<>();
        for (ChangedRows now : session.list(Reads.CATALOG, ROWS_CHANGED, ChangedRows::of)) {
            ChangedRows then = before.get(now.table());
            ChangedRows rows = then == null ? now : now.since(then);
            if (!rows.isNone()) {
                changed.add(rows);
            }
        }
        return changed;
    }

    private boolean isToBeKept(List<ChangedRows> changed, Loss loss) {
        String words =
                (loss.everyRow() ? "not yet committed, and without WHERE: " : "not yet committed: ") + words(changed);
        String keep = loss.toType().isEmpty() ? COMMIT : Consent.typed(loss);
        String answer = operator.ask(Question.choice(words, List.of(keep, ROLLBACK), ROLLBACK, PATIENCE));
        return answer.equals(keep);
    }

    private static Ending ending(boolean kept, List<ChangedRows> changed) {
        String words = words(changed);
        String verdict = kept ? "committed: " + words : "rolled back, nothing was changed";
        Ending ending = Ending.of(Outcome.OK, verdict);
        return kept && changed.size() > 1 ? ending.withSection(new Section<>("changed", COLUMNS, changed)) : ending;
    }

    private static String words(List<ChangedRows> changed) {
        if (changed.isEmpty()) {
            return "no row";
        }
        List<String> words = new ArrayList<>();
        for (ChangedRows rows : changed.subList(0, Math.min(changed.size(), TABLES_NAMED))) {
            words.add(rows.words());
        }
        int more = changed.size() - TABLES_NAMED;
        return String.join("; ", words) + (more > 0 ? "; and in " + more + " tables more" : "");
    }
}
