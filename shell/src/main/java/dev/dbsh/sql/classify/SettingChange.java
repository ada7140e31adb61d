package dev.dbsh.sql.classify;

import java.util.List;

/**
 * A setting that a statement changes.
 *
 * @param name in lower case, as the server compares it; {@code *} when the text does not say which one
 * @param values what it is set to, one by one; empty when that is the default, or not in the text
 */
public record SettingChange(String name, List<String> values) {
    /** The name of one that is not in the text. */
    public static final String UNKNOWN = "*";

    public SettingChange {
        values = List.copyOf(values);
    }

    boolean isOn() {
        return values.size() == 1 && List.of("on", "true", "yes", "1").contains(values.get(0));
    }
}
