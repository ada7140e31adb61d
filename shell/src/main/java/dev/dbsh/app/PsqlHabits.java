package dev.dbsh.app;

import dev.dbsh.command.Refusal;
import java.util.Map;
import java.util.Optional;

/** What to type here for what one types in psql. */
final class PsqlHabits {
    static final String IS_OF_PSQL = " is a command of psql";

    private static final Map<String, String> HERE = Map.ofEntries(
            Map.entry("\\q", "quit"),
            Map.entry("\\?", "help"),
            Map.entry("\\h", "help"),
            Map.entry("\\d", "describe NAME, or tables"),
            Map.entry("\\dt", "tables"),
            Map.entry("\\dv", "tables"),
            Map.entry("\\ds", "sequences"),
            Map.entry("\\df", "functions"),
            Map.entry("\\dn", "schemas"),
            Map.entry("\\du", "roles"),
            Map.entry("\\dg", "roles"),
            Map.entry("\\l", "select datname from pg_database;"),
            Map.entry("\\c", "connect CONNECTION"),
            Map.entry("\\connect", "connect CONNECTION"),
            Map.entry("\\conninfo", "status"),
            Map.entry("\\timing", "timing on"),
            Map.entry("\\x", "format vertical"),
            Map.entry("\\s", "history"),
            Map.entry("\\g", "end the statement with ;"),
            Map.entry("\\gx", "format vertical, and end the statement with ;"));

    private PsqlHabits() {}

    /** Says what is typed here instead; empty when the word is none of psql's. */
    static Optional<Refusal> refusal(String word) {
        return word.startsWith("\\") ? Optional.of(Refusal.usage(word + IS_OF_PSQL, here(word))) : Optional.empty();
    }

    /** What is typed here instead of it. */
    static String here(String word) {
        String plain = word.endsWith("+") ? word.substring(0, word.length() - 1) : word;
        return HERE.getOrDefault(plain, "help lists the commands of dbsh");
    }
}
