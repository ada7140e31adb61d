package dev.dbsh.query;

import dev.dbsh.command.Refusal;
import dev.dbsh.command.WriteMode;
import dev.dbsh.files.PrivateFiles;
import dev.dbsh.journal.Intent;
import dev.dbsh.journal.Journal;
import dev.dbsh.journal.Text;
import dev.dbsh.pg.CommitOutcome;
import dev.dbsh.pg.Server;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.TransactionState;
import dev.dbsh.report.Ending;
import dev.dbsh.report.Failure;
import dev.dbsh.sql.classify.Classified;
import dev.dbsh.sql.classify.Effect;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records in the journal what typed SQL changes, before it runs, and how that ended: each statement by itself, an
 * operator's transaction and a file as one.
 */
public final class SqlRecord {
    private static final String COMMAND = "sql";
    private static final String WARNING = "WARNING";

    private final Session session;
    private final Journal journal;
    private final WriteMode mode;
    private final Consumer<Failure> notices;
    private @Nullable Recorded open;
    private @Nullable Batch batch;

    /**
     * Records nothing yet; the journal is not touched before something is to be changed.
     *
     * @param mode knows why
     * @param notices told when the end of a change could not be recorded
     */
    public SqlRecord(Session session, Journal journal, WriteMode mode, Consumer<Failure> notices) {
        this.session = session;
        this.journal = journal;
        this.mode = mode;
        this.notices = notices;
    }

    /** Statements that are recorded together. */
    private static final class Batch {
        private final @Nullable Batch outer;
        private final Source source;
        private boolean begun;

        Batch(@Nullable Batch outer, Source source) {
            this.outer = outer;
            this.source = source;
        }
    }

    /**
     * Where statements come from that are recorded together.
     *
     * @param command as it was called
     * @param about what is known of it before it is run, by name
     * @param known true when the text can be found again; otherwise the first of its statements are recorded
     */
    public record Source(String command, Map<String, String> about, boolean known) {}

    /** Says that the statements from now on come from there; to be ended by {@link #endBatch}. */
    public void beginBatch(Source source) {
        batch = new Batch(batch, source);
    }

    /**
     * Ends the record of that source, unless the operator's transaction goes on.
     *
     * @param failed true when not all of it went through
     */
    public void endBatch(boolean failed) {
        Batch ended = batch;
        batch = ended == null ? null : ended.outer;
        Recorded record = open;
        if (record == null || batch != null) {
            return;
        }
        if (state() == TransactionState.NONE) {
            end(record.outcome(failed));
        } else {
            record.goesOn();
        }
    }

    /** Whether nothing may be sent ahead but what only reads: the rest has to be recorded before. */
    BooleanSupplier onlyReadsAhead() {
        Batch source = batch;
        if (source == null || !session.server().mayWrite()) {
            return () -> false;
        }
        return () -> !source.begun;
    }

    /**
     * Records a statement, if it may change anything, runs it, and records how it ended.
     *
     * @throws dev.dbsh.command.Refusal when it cannot be recorded: then it is not run
     */
    Ending run(String text, Classified statement, Supplier<Ending> work) {
        begin(text, statement);
        try {
            Ending ending = work.get();
            if (ending.failure() == null) {
                ended(text, statement, ending.verdict());
            } else {
                failed();
            }
            return ending;
        } catch (RuntimeException e) {
            failed();
            throw e;
        }
    }

    /** The operator has seen what the statement did that runs now, and does not want it. */
    void declined() {
        if (open != null) {
            open.declined();
        }
    }

    private void begin(String text, Classified statement) {
        settle();
        boolean changes = statement.effect().compareTo(Effect.WRITES) >= 0;
        boolean takesBack = open != null && statement.kind().equals("ROLLBACK TO SAVEPOINT");
        if (!session.server().mayWrite() || !(changes || takesBack) || state() == TransactionState.FAILED) {
            return;
        }
        record(text, Map.of());
    }

    private void record(String text, Map<String, String> how) {
        Batch source = batch;
        boolean named = source != null && source.begun;
        if (open == null) {
            Text first = Text.of(source == null || !source.source.known() ? text : source.source.command());
            String operation = Journal.operation();
            journal.begin(operation, Intent.of(COMMAND, place(), first, about(source, how)));
            open = new Recorded(operation, source != null, source == null && state() == TransactionState.OPEN);
        } else if (source == null || !source.source.known()) {
            open.goOn(journal, text);
        } else if (!named) {
            open.goOn(journal, source.source.command() + " " + source.source.about());
        }
        if (source != null) {
            source.begun = true;
        }
        open.count(text);
    }

    // Of a function that a query calls nobody knows beforehand that it changes something.
    private void recordAfterwards(String text) {
        try {
            record(text, Map.of("recorded", "afterwards"));
        } catch (Refusal e) {
            String words = "what this has changed is not in the journal, which cannot be written";
            notices.accept(new Failure(null, words, null, e.failure().hint(), null, WARNING));
        }
    }

    // Also one that was not recorded may have ended what was.
    private void ended(String text, Classified statement, String result) {
        if (open == null && session.changed()) {
            recordAfterwards(text);
        }
        Recorded record = open;
        if (record == null) {
            return;
        }
        record.ended(statement, session.changed(), state() == TransactionState.NONE);
        boolean goesOn = record.isTransaction()
                && state() != TransactionState.NONE
                && !statement.commits()
                && !statement.kind().equals("ROLLBACK");
        if (batch != null || goesOn) {
            return;
        }
        record.result(result);
        end(record.outcome(false));
    }

    // Or what it gave could not be handed over.
    private void failed() {
        Recorded record = open;
        if (record == null) {
            return;
        }
        CommitOutcome outcome = session.findOutcome().orElse(null);
        record.failed(outcome, session.changed());
        if (batch == null && (!record.isTransaction() || state() == TransactionState.NONE)) {
            end(record.outcome(true));
        }
    }

    /** The shell or the call is over: what is open now is rolled back by the server. */
    public void close() {
        settle();
        Recorded record = open;
        if (record != null) {
            end(record.outcome(true));
        }
    }

    // Ended without a statement: by leaving the shell, or with a connection that was given up.
    private void settle() {
        Recorded record = open;
        if (record == null || state() != TransactionState.NONE) {
            return;
        }
        if (batch != null) {
            record.settle();
        } else {
            end(session.changed() ? Recorded.COMMITTED : record.outcome(true));
        }
    }

    private void end(String outcome) {
        Recorded record = open;
        open = null;
        if (record == null) {
            return;
        }
        try {
            journal.end(record.operation(), "", outcome, record.found());
        } catch (IOException e) {
            String words = "how the change ended could not be recorded: " + PrivateFiles.reason(e);
            notices.accept(new Failure(null, words, null, null, null, WARNING));
        }
    }

    private Map<String, String> about(@Nullable Batch source, Map<String, String> how) {
        Map<String, String> about = new TreeMap<>(how);
        about.putAll(source == null ? Map.of() : source.source.about());
        mode.reason().ifPresent(why -> about.put("because", why));
        Server server = session.server();
        about.put("pid", Integer.toString(server.backendPid()));
        return about;
    }

    private Intent.Place place() {
        Server server = session.server();
        return new Intent.Place(session.findSystem().orElse(""), server.database(), server.user());
    }

    private TransactionState state() {
        return session.findServer().isPresent() ? session.transaction() : TransactionState.NONE;
    }
}
