package dev.dbsh.pg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a session has that ends with it, as it was when it was last asked outside of a transaction.
 *
 * @param settings what was SET and held, by name
 * @param things names by what they are: temporary tables, advisory locks, LISTENs, prepared statements, cursors
 */
public record Belongings(Map<String, String> settings, Map<String, List<String>> things) {
    static final Belongings NONE = new Belongings(Map.of(), Map.of());

    private static final Sql SETTINGS = Sql.of(Belongings.class, "session-settings.sql");
    private static final Sql THINGS = Sql.of(Belongings.class, "belongings.sql");

    /**
     * Asks for them in one round trip: the settings before any guard is set.
     *
     * @param own names of settings that the server does not list
     */
    static Belongings of(Link link, Set<String> own) {
        Map<String, String> settings = new TreeMap<>();
        Map<String, List<String>> things = new LinkedHashMap<>();
        String questions = SETTINGS.text() + ";" + Reads.CATALOG.settings() + THINGS.text();
        Row.Reader<String> reader = row -> {
            String kind = row.text("kind");
            if (kind.equals("settings")) {
                settings.put(row.text("name"), row.text("value"));
            } else {
                things.computeIfAbsent(kind, none -> new ArrayList<>()).add(row.text("name"));
            }
            return kind;
        };
        new GuardedRead(link).list(questions, reader, String.join("\n", own));
        return new Belongings(settings, things);
    }
}
