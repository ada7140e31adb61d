package dev.dbsh.journal;

import dev.dbsh.command.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A statement as the journal keeps it: whole when it is short, and not at all when it may hold a password.
 *
 * @param shown what stands in the journal
 * @param about its true length and its SHA-256, where it was cut
 */
public record Text(String shown, Map<String, String> about) {
    private static final int LONGEST = 4_000;
    private static final String LEFT_OUT = "(left out: it may hold a password)";

    public static Text of(String statement) {
        // Its hash would tell a password to whoever tries some.
        if (Secrets.mayBeIn(statement)) {
            return new Text(LEFT_OUT, Map.of());
        }
        if (statement.length() <= LONGEST) {
            return new Text(statement, Map.of());
        }
        int end = Character.isHighSurrogate(statement.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        int bytes = statement.getBytes(StandardCharsets.UTF_8).length;
        return new Text(
                statement.substring(0, end),
                Map.of("bytes", Integer.toString(bytes), "sha256", JournalLine.hash(statement)));
    }
}
