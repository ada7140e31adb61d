package dev.dbsh.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** A transcript that is kept in {@code src/test/resources/transcripts}. */
record TranscriptFile(Path path) {
    static final Path ROOM = Path.of("src/test/resources/transcripts");

    static List<TranscriptFile> all() throws IOException {
        try (Stream<Path> files = Files.list(ROOM)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(TranscriptFile::new)
                    .toList();
        }
    }

    static TranscriptFile named(String name) {
        return new TranscriptFile(ROOM.resolve(name + ".txt"));
    }

    /** Replays it; with {@code -Dtranscripts.record=true} it is rewritten and the difference still reported. */
    Difference replay(Path home) throws IOException, SQLException {
        String expected = text();
        String actual = Transcript.parse(expected).replay(home);
        if (Boolean.getBoolean("transcripts.record") && !actual.equals(expected)) {
            Files.writeString(path, actual);
        }
        return new Difference(expected, actual);
    }

    /** What the file says and what really came. */
    record Difference(String expected, String actual) {}

    String text() throws IOException {
        return Files.readString(path);
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
