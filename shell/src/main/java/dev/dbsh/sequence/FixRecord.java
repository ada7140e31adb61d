package dev.dbsh.sequence;

import dev.dbsh.files.PrivateFiles;
import dev.dbsh.journal.Entry;
import dev.dbsh.journal.Intent;
import dev.dbsh.journal.Journal;
import dev.dbsh.pg.Server;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.SqlFailure;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Records where sequences stood before and after they were moved, so that it can be undone. */
final class FixRecord {
    static final String COMMAND = "sequences fix";

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
        try {
            journal.end(operation, sequence.name().toString(), done ? Entry.DONE : Entry.FAILED, found(sequence));
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
