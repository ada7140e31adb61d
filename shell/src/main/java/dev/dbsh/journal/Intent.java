package dev.dbsh.journal;

import java.util.Map;
import java.util.TreeMap;

/**
 * One change that a command is about to make.
 *
 * @param command as it was announced: {@code sequences fix}
 * @param place where: the server's system identifier, database, role
 * @param object what is changed, as it would stand in SQL
 * @param sql the statement that makes the change
 * @param before what is known of the object, by name; what an undo puts back
 * @param after what the object is to be, by name; what an undo expects to find
 * @param about what else is to be known, by name: why, and what the statement is when it is too long to stand here
 */
public record Intent(
        String command,
        Place place,
        String object,
        String sql,
        Map<String, String> before,
        Map<String, String> after,
        Map<String, String> about) {

    public Intent {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
        about = Map.copyOf(about);
    }

    /** One that can be undone. */
    public Intent(
            String command,
            Place place,
            String object,
            String sql,
            Map<String, String> before,
            Map<String, String> after) {
        this(command, place, object, sql, before, after, Map.of());
    }

    /** One of which nothing is known but its words. */
    public static Intent of(String command, Place place, Text sql, Map<String, String> more) {
        Map<String, String> about = new TreeMap<>(more);
        about.putAll(sql.about());
        return new Intent(command, place, "", sql.shown(), Map.of(), Map.of(), about);
    }

    /**
     * The database that is meant, whatever the way there.
     *
     * @param system the server's system identifier
     * @param role as which the change is made
     */
    public record Place(String system, String database, String role) {}
}
