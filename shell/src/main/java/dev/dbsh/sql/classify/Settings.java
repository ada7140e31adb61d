package dev.dbsh.sql.classify;

import dev.dbsh.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads SET, RESET and the modes of transactions. */
final class Settings {
    private static final Set<String> READ_ONLY = Set.of("transaction_read_only", "default_transaction_read_only");
    private static final String STANDARD_STRINGS = "standard_conforming_strings";

    /** Words that stand for a setting without being its name. */
    private static final Map<String, String> SPOKEN =
            Map.of("time", "timezone", "schema", "search_path", "names", "client_encoding", "xml", "xmloption");

    private Settings() {}

    static void readModes(Reading reading) {
        TokenReader at = reading.at();
        boolean writes = false;
        while (!at.atEnd()) {
            writes |= at.isWord("read") && at.look(1).isWord("write");
            at.take();
        }
        if (writes) {
            reading.add(
                    reading.shape().effect(),
                    UnderReadOnly.LIFTS,
                    reading.shape().kind(),
                    "lifts read-only");
        }
    }

    static void read(Reading reading) {
        TokenReader at = reading.at();
        if (at.isWord("local") || at.isWord("session")) {
            at.take();
        }
        ObjectName typed = at.takeName();
        String name = typed == null ? "" : String.join(".", typed.parts()).toLowerCase(Locale.ROOT);
        String setting = SPOKEN.getOrDefault(name, name);
        if (name.equals("time") || name.equals("xml")) {
            at.take();
        }
        if (at.isWord("to") || at.isSymbol("=")) {
            at.take();
        }
        changed(new SettingChange(setting, values(at)), reading.findings());
    }

    private static List<String> values(TokenReader at) {
        List<String> values = new ArrayList<>();
        while (!at.atEnd()) {
            Token token = at.take();
            if (!token.isSymbol(",") && !token.isWord("default")) {
                values.add(token.name().toLowerCase(Locale.ROOT));
            }
        }
        return values;
    }

    /** Takes note of a setting that is changed, and of what follows from that. */
    static void changed(SettingChange change, Findings findings) {
        findings.add(change);
        if (change.name().equals(SettingChange.UNKNOWN)) {
            findings.add(new Reason(
                    Effect.SESSION,
                    "set_config",
                    UnderReadOnly.PASSES,
                    "changes a setting that the text does not name"));
        } else if (READ_ONLY.contains(change.name()) && !change.isOn()) {
            findings.add(new Reason(Effect.TRANSACTION, change.name(), UnderReadOnly.LIFTS, "lifts read-only"));
        } else if (change.name().equals(STANDARD_STRINGS) && !change.isOn()) {
            findings.add(new Reason(
                    Effect.SESSION, change.name(), UnderReadOnly.PASSES, "changes how the server reads what follows"));
        }
    }
}
