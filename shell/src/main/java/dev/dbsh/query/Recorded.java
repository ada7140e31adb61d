package dev.dbsh.query;

import dev.dbsh.journal.Journal;
import dev.dbsh.journal.Text;
import dev.dbsh.pg.CommitOutcome;
import dev.dbsh.sql.classify.Classified;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was recorded of typed SQL, while it is not known yet how it ends. */
final class Recorded {
    static final String COMMITTED = "committed";
    static final String ROLLED_BACK = "rolled back";

    /** More of one transaction are only counted: whoever sends ten thousand of them does not type. */
    private static final int MOST_PARTS = 100;

    private final String operation;
    private final Map<String, String> found = new TreeMap<>();
    private final boolean several;
    private boolean transaction;
    private boolean kept;
    private boolean pending;
    private boolean dropped;
    private boolean declined;
    private @Nullable CommitOutcome unknown;
    private @Nullable String special;
    private long statements;
    private int parts;
    private String last = "";

    /**
     * Begins with nothing.
     *
     * @param several true when it may be of more than one transaction
     * @param transaction true when it ends with the operator's transaction
     */
    Recorded(String operation, boolean several, boolean transaction) {
        this.operation = operation;
        this.several = several;
        this.transaction = transaction;
    }

    String operation() {
        return operation;
    }

    boolean isTransaction() {
        return transaction;
    }

    /** What it began in has left a transaction open. */
    void goesOn() {
        transaction = true;
    }

    /** Records one statement more. */
    void goOn(Journal journal, String text) {
        if (parts < MOST_PARTS) {
            journal.goOn(operation, Text.of(text));
            parts++;
        }
    }

    void count(String text) {
        statements++;
        last = text;
        pending = true;
    }

    /** No transaction is open any more: what was still to be kept, and was not seen to be, is gone. */
    void settle() {
        dropped |= pending;
        pending = false;
    }

    /** What ran was shown, and is not kept; what no ROLLBACK undoes has changed something all the same. */
    void declined() {
        declined = true;
    }

    /** @param over true when no transaction is open any more */
    void ended(Classified statement, boolean changed, boolean over) {
        kept |= changed && !declined;
        if (declined || statement.kind().equals("ROLLBACK")) {
            settle();
        }
        pending &= !over;
        declined = false;
        if (statement.kind().equals("PREPARE TRANSACTION")) {
            special = "prepared";
        }
    }

    /** @param outcome of what was lost, or may have kept a part of itself; null when all is clear */
    void failed(@Nullable CommitOutcome outcome, boolean changed) {
        kept |= changed || (outcome != null && outcome.word() == CommitOutcome.Word.COMMITTED);
        if (outcome != null && outcome.isOpen()) {
            unknown = outcome;
        }
    }

    /** What the last statement has said. */
    void result(String words) {
        found.put("result", words);
    }

    /** @param failed true when not all of it went through */
    String outcome(boolean failed) {
        if (unknown != null) {
            return "unknown";
        }
        if (special != null) {
            return special;
        }
        boolean whole = !failed && !dropped;
        if (whole || (kept && !several)) {
            return COMMITTED;
        }
        return kept ? "partly committed" : ROLLED_BACK;
    }

    Map<String, String> found() {
        CommitOutcome open = unknown;
        if (open != null) {
            found.put("outcome", open.sentence());
        }
        if (statements > 1) {
            found.put("statements", Long.toString(statements));
            found.put("last", Text.of(last).shown());
        }
        return found;
    }
}
