package dev.dbsh.sequence;

import dev.dbsh.files.PrivateFiles;
import dev.dbsh.journal.Entry;
import dev.dbsh.journal.Intent;
import dev.dbsh.journal.Journal;
import dev.dbsh.pg.CommitOutcome;
import dev.dbsh.pg.Server;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.SqlFailure;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records where sequences stood before and after they were moved, so that it can be undone. */
final class FixRecord {
    static final String COMMAND = "sequences fix";
    private static final String UNKNOWN = "unknown";

    private final Session session;
    private final Journal journal;
    private final String command;
    private final String operation = Journal.operation();

    /** @param command as what the moves are recorded */
    FixRecord(Session session, Journal journal, String command) {
        this.session = session;
        this.journal = journal;
        this.command = command;
    }

    /** The name under which all of them can be undone. */
    String operation() {
        return operation;
    }

    /** @throws dev.dbsh.command.Refusal when it cannot be recorded: then the sequence must not be moved */
    void begin(Sequence sequence, List<String> statements, long next) {
        journal.begin(
                operation,
                new Intent(
                        command,
                        place(session),
                        sequence.name().toString(),
                        String.join("; ", statements),
                        position(sequence).values(),
                        Map.of("next", Long.toString(next))));
    }

    /** Answers what could not be recorded; empty when it could. */
    String end(Sequence sequence, boolean done) {
        return end(sequence, done ? Entry.DONE : Entry.FAILED, found(sequence));
    }

    /**
     * The same for one over which the connection was lost.
     *
     * @param outcome null when nothing was sent
     * @param moved where it stands when that was kept; null when it was not moved yet
     */
    String lost(Sequence sequence, @Nullable CommitOutcome outcome, @Nullable Position moved) {
        if (outcome != null && outcome.isOpen()) {
            return end(sequence, UNKNOWN, Map.of("outcome", outcome.sentence()));
        }
        return moved != null && isKept(outcome)
                ? end(sequence, Entry.DONE, moved.values())
                : end(sequence, Entry.FAILED, Map.of());
    }

    static boolean isKept(@Nullable CommitOutcome outcome) {
        return outcome != null && outcome.word() == CommitOutcome.Word.COMMITTED;
    }

    /** What became of a sequence over which the connection was lost; empty when nothing was sent. */
    static String words(@Nullable CommitOutcome outcome) {
        if (outcome == null) {
            return "";
        }
        String prefix = isKept(outcome) ? "" : outcome.isOpen() ? "may have been moved: " : "was not moved: ";
        return prefix + outcome.why();
    }

    private String end(Sequence sequence, String outcome, Map<String, String> found) {
        try {
            journal.end(operation, sequence.name().toString(), outcome, found);
            return "";
        } catch (IOException e) {
            return "the journal could not be completed: " + PrivateFiles.reason(e);
        }
    }

    // Whoever has told the session to end is not asked anything more.
    private Map<String, String> found(Sequence sequence) {
        try {
            return position(sequence).values();
        } catch (SqlFailure e) {
            return Map.of();
        }
    }

    private Position position(Sequence sequence) {
        return LastValues.position(session, sequence);
    }

    static Intent.Place place(Session session) {
        Server server = session.server();
        return new Intent.Place(session.findSystem().orElse(""), server.database(), server.user());
    }
}
