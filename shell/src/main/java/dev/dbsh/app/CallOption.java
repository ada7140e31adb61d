package dev.dbsh.app;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options of a call, as the contract names them. */
enum CallOption {
    COMMAND("-c", "--command", "COMMAND", "run a command or SQL, then the next one, then exit"),
    HOST("-h", "--host", "HOST", "server, or the directory of its socket"),
    PORT("-p", "--port", "PORT", "port"),
    USER("-U", "--username", "ROLE", "role to log in as"),
    DATABASE("-d", "--dbname", "CONNECTION", "database, URI, or key=value pairs"),
    NO_PASSWORD("-w", "--no-password", null, "never ask for a password"),
    PASSWORD("-W", "--password", null, "ask for a password before connecting"),
    ENVIRONMENT("-e", "--environment", "NAME", "an environment of config.toml"),
    FORMAT(null, "--format", "FORMAT", "table, vertical, json, csv or markdown"),
    OUTPUT("-o", "--output", "FILE", "write reports to a file"),
    COLOR(null, "--color", "WHEN", "auto, always or never"),
    WRITE(null, "--write", null, "let raw SQL write"),
    YES("-y", "--yes", null, "answer plain confirmations with yes"),
    CONFIRM(null, "--confirm", "VALUE", "answer a typed confirmation"),
    TIMEOUT(null, "--timeout", "D", "stop the whole call after that time: 30s, 5m"),
    LOCK_TIMEOUT(null, "--lock-timeout", "D", "wait that long for a lock, default 2s"),
    STATEMENT_TIMEOUT(null, "--statement-timeout", "D", "let a statement run that long"),
    VERSION("-V", "--version", null, "print the version"),
    HELP("-?", "--help", null, "print this help");

    private static final Map<String, CallOption> BY_WORD = new HashMap<>();

    static {
        for (CallOption option : values()) {
            BY_WORD.put(option.name, option);
            if (option.letter != null) {
                BY_WORD.put(option.letter, option);
            }
        }
    }

    private final @Nullable String letter;
    private final String name;
    private final @Nullable String value;
    private final String summary;

    CallOption(@Nullable String letter, String name, @Nullable String value, String summary) {
        this.letter = letter;
        this.name = name;
        this.value = value;
        this.summary = summary;
    }

    static @Nullable CallOption find(String word) {
        return BY_WORD.get(word);
    }

    boolean isFlag() {
        return value == null;
    }

    boolean isLong(String word) {
        return name.equals(word);
    }

    String word() {
        return name;
    }

    /** {@code -o, --output FILE} */
    String usage() {
        return (letter == null ? "    " : letter + ", ") + name + (value == null ? "" : " " + value);
    }

    String summary() {
        return summary;
    }
}
