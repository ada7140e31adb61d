package dev.dbsh.query;

import dev.dbsh.command.WriteMode;
import dev.dbsh.journal.Journal;
import dev.dbsh.pg.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What typed SQL is run with in tests that are not about its record. */
public final class Recording {
    private Recording() {}

    /** For a session that changes nothing: what it recorded would fail. */
    public static Typed nowhere(Session session) {
        return in(session, Path.of("/proc/nowhere"));
    }

    static Typed apart(Session session) {
        try {
            Path directory = Files.createTempDirectory("dbsh-journal-");
            directory.toFile().deleteOnExit();
            directory.resolve("journal.jsonl.reserve").toFile().deleteOnExit();
            directory.resolve("journal.jsonl").toFile().deleteOnExit();
            return in(session, directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Typed in(Session session, Path directory) {
        Journal journal = new Journal(directory.resolve("journal.jsonl"));
        return new Typed(session, notice -> {}, new SqlRecord(session, journal, new WriteMode(), notice -> {}));
    }
}
