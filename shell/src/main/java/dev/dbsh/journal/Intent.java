package dev.dbsh.journal;

import java.util.Map;

/**
 * One change that a command is about to make.
 *
 * @param command as it was announced: {@code sequences fix}
 * @param place where: the server's system identifier, database, role
 * @param object what is changed, as it would stand in SQL
 * @param sql the statement that makes the change
 * @param before what is known of the object, by name; what an undo puts back
 * @param after what the object is to be, by name; what an undo expects to find
 */
public record Intent(
        String command, Place place, String object, String sql, Map<String, String> before, Map<String, String> after) {

    public Intent {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    /**
     * The database that is meant, whatever the way there.
     *
     * @param system the server's system identifier
     * @param role as which the change is made
     */
    public record Place(String system, String database, String role) {}
}
