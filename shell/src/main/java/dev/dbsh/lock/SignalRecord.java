package dev.dbsh.lock;

import dev.dbsh.files.PrivateFiles;
import dev.dbsh.journal.Entry;
import dev.dbsh.journal.Intent;
import dev.dbsh.journal.Journal;
import dev.dbsh.journal.Text;
import dev.dbsh.pg.Server;
import dev.dbsh.pg.Session;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Records whom somebody signals, and what became of it. */
final class SignalRecord {
    private final Session session;
    private final Journal journal;
    private final String operation = Journal.operation();

    SignalRecord(Session session, Journal journal) {
        this.session = session;
        this.journal = journal;
    }

    /** @throws dev.dbsh.command.Refusal when it cannot be recorded: then nothing must be sent */
    void begin(Victim victim) {
        Server server = session.server();
        Intent.Place place = new Intent.Place(session.findSystem().orElse(""), server.database(), server.user());
        journal.begin(
                operation,
                new Intent(
                        victim.signal().word(),
                        place,
                        object(victim),
                        victim.signal().statement(victim.pid()),
                        Map.of(),
                        Map.of(),
                        about(victim)));
    }

    /** Answers what could not be recorded; empty when it could. */
    String end(Victim victim) {
        try {
            boolean done = victim.is(Fate.DONE) || victim.is(Fate.SENT);
            journal.end(
                    operation,
                    object(victim),
                    done ? Entry.DONE : Entry.FAILED,
                    Map.of("result", victim.fate().word(victim.signal())));
            return "";
        } catch (IOException e) {
            return "the journal could not be completed: " + PrivateFiles.reason(e);
        }
    }

    private static String object(Victim victim) {
        return Integer.toString(victim.pid());
    }

    private static Map<String, String> about(Victim victim) {
        Map<String, String> about = new TreeMap<>(Map.of("session", victim.words()));
        Activity one = victim.session();
        String query = one == null ? null : one.backend().query();
        if (query != null) {
            about.put("query", Text.of(query).shown());
        }
        return about;
    }
}
