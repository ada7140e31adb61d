package dev.dbsh.sequence;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Change;
import dev.dbsh.command.Progress;
import dev.dbsh.command.Words;
import dev.dbsh.journal.Journal;
import dev.dbsh.pg.Session;
import dev.dbsh.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;

/** Asks for a repair as an operator types it, and agrees to it. */
final class Fixing {
    private Fixing() {}

    /** Agrees, whatever is asked. */
    static Change.Done fix(Session session, String typed) {
        return plan(session, typed).work().get();
    }

    static Change plan(Session session, String typed) {
        return plan(session, typed, new Journal(journal()));
    }

    static Change plan(Session session, String typed, Journal journal) {
        SequenceFix command = new SequenceFix(session, journal, Progress.UNSEEN);
        return command.plan(Arguments.of(command.signature(), Words.of(typed)));
    }

    // Below the build's own directory, which goes with it.
    private static Path journal() {
        return Path.of("target", "journal-of-tests", ProcessHandle.current().pid() + ".jsonl")
                .toAbsolutePath();
    }

    /** What became of each, {@code sq.a_id_seq advanced 1 6}, with its reason when there is one. */
    static List<String> lines(Change.Done done) {
        return done.report().rows().stream()
                .map(row -> (Fixed) row)
                .map(fixed -> fixed.state().sequence().name() + " "
                        + fixed.outcome().word() + " " + fixed.before() + " " + fixed.after()
                        + (fixed.reason().isEmpty() ? "" : ": " + fixed.reason()))
                .toList();
    }

    /** All that the server keeps of the positions of all sequences. */
    static List<String> positions(TestDatabase database) {
        List<String> reads = database.list("select format('select %L || row(last_value, log_cnt, is_called)::text"
                + " from %s', oid::regclass, oid::regclass) from pg_class where relkind = 'S' order by oid");
        return database.list(String.join(" union all ", reads));
    }
}
