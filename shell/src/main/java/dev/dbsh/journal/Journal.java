package dev.dbsh.journal;

import com.google.gson.JsonObject;
import dev.dbsh.command.Refusal;
import dev.dbsh.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What dbsh has changed on servers, for this login: JSON Lines that are only ever added to, each with the hash of the one
 * before. No change begins before it is recorded.
 */
public final class Journal {
    private static final int NAME_BYTES = 4;

    private final Path path;
    private final JournalFile file;

    /** @param path the file, which need not be there */
    public Journal(Path path) {
        this.path = path;
        this.file = new JournalFile(path);
    }

    /** A name for changes that are made, and undone, together. */
    public static String operation() {
        byte[] bytes = new byte[NAME_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * Records a change that is about to be made.
     *
     * @throws Refusal when it cannot be written: then the change must not begin
     */
    public void begin(String operation, Intent intent) {
        Entry entry = Entry.begun(operation, now(), intent);
        begin(last -> JournalLine.begin(entry, JournalLine.hash(last)));
    }

    /**
     * Records a statement that goes on with a change that has begun, before it is run.
     *
     * @throws Refusal when it cannot be written: then the statement must not be run
     */
    public void goOn(String operation, Text statement) {
        begin(last -> JournalLine.part(operation, now(), statement, JournalLine.hash(last)));
    }

    private void begin(UnaryOperator<String> line) {
        try {
            file.begin(line);
        } catch (IOException e) {
            throw Refusal.of(
                    Refusal.Kind.NOT_RECORDED,
                    "the journal cannot be written, so the change was not started: " + PrivateFiles.reason(e),
                    "the journal is " + path + "; XDG_STATE_HOME=DIRECTORY puts it into DIRECTORY/dbsh");
        }
    }

    /**
     * Records how it ended.
     *
     * @param found what the object is now, by name
     * @throws IOException when that cannot be written; the change stands all the same
     */
    public void end(String operation, String object, String outcome, Map<String, String> found) throws IOException {
        JournalLine.Ending ending = new JournalLine.Ending(operation, now(), object, outcome, found);
        file.end(last -> JournalLine.end(ending, JournalLine.hash(last)));
    }

    /** Every change, oldest first. */
    public List<Entry> entries() throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (String line : file.lines()) {
            Optional<JsonObject> object = readable(line);
            if (object.isPresent()) {
                add(object.get(), entries);
            }
        }
        return List.copyOf(entries.values());
    }

    /** The changes of that name, oldest first. */
    public List<Entry> of(String operation) throws IOException {
        return entries().stream()
                .filter(entry -> entry.operation().equals(operation))
                .toList();
    }

    /** Says what is wrong with the file, by line; empty when every line is as it was written and none is missing inside. */
    public Map<Integer, String> verify() throws IOException {
        Map<Integer, String> wrong = new LinkedHashMap<>();
        String previous = "";
        int number = 0;
        for (String line : file.lines()) {
            number++;
            try {
                String expected = JournalLine.hash(previous);
                if (!JournalLine.text(JournalLine.read(line), "prev").equals(expected)) {
                    wrong.put(number, "does not follow the line before it");
                }
            } catch (IOException e) {
                wrong.put(number, String.valueOf(e.getMessage()));
            }
            previous = line;
        }
        return wrong;
    }

    private static void add(JsonObject line, Map<String, Entry> entries) throws IOException {
        String name = JournalLine.text(line, "op") + " " + JournalLine.text(line, "object");
        if (JournalLine.text(line, "ev").equals("part")) {
            return;
        }
        if (line.has("outcome")) {
            JournalLine.Ending ending = JournalLine.ending(line);
            entries.computeIfPresent(name, (same, entry) -> entry.ended(ending.outcome(), ending.found()));
        } else {
            entries.put(name, JournalLine.entry(line));
        }
    }

    // A line that a crash has cut off told of nothing that was begun.
    private static Optional<JsonObject> readable(String line) {
        try {
            return Optional.of(JournalLine.read(line));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
