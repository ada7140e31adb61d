package dev.dbsh.session;

import dev.dbsh.command.Refusal;
import dev.dbsh.command.Settings;
import dev.dbsh.report.Nearest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What {@code set} knows by name. {@code format} and {@code timing} are commands too, because they are typed often. */
public enum Setting {
    FORMAT("format") {
        @Override
        List<String> values(Settings settings) {
            return settings.formats();
        }

        @Override
        String value(Settings settings) {
            return settings.format();
        }

        @Override
        void apply(Settings settings, String word) {
            settings.format(word);
        }
    },
    TIMING("timing") {
        @Override
        String value(Settings settings) {
            return settings.timing() ? "on" : "off";
        }

        @Override
        void apply(Settings settings, String word) {
            settings.timing(word.equals("on"));
        }
    },
    PAGER("pager") {
        @Override
        String value(Settings settings) {
            return settings.pager() ? "on" : "off";
        }

        @Override
        void apply(Settings settings, String word) {
            settings.pager(word.equals("on"));
        }
    };

    private static final Set<String> NAMES = new TreeSet<>();

    static {
        for (Setting setting : values()) {
            NAMES.add(setting.word);
        }
    }

    private final String word;

    Setting(String word) {
        this.word = word;
    }

    /** The names that {@code set} knows; a SET of anything else is SQL. */
    public static Set<String> names() {
        return Collections.unmodifiableSet(NAMES);
    }

    static Optional<Setting> find(String word) {
        for (Setting setting : values()) {
            if (setting.word.equals(word)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }

    String word() {
        return word;
    }

    /** The values it takes, for the list and for messages. */
    String takes(Settings settings) {
        return String.join(" ", values(settings));
    }

    List<String> values(Settings settings) {
        return List.of("on", "off");
    }

    abstract String value(Settings settings);

    abstract void apply(Settings settings, String word);

    /** Changes it; a value that it does not take is refused with the nearest one that it does. */
    void change(Settings settings, String value) {
        List<String> values = values(settings);
        if (!values.contains(value)) {
            throw Refusal.usage(
                    "there is no " + word + " " + value,
                    Nearest.to(value, values)
                            .map(near -> "did you mean " + near + "?")
                            .orElse(word + " takes one of: " + takes(settings)));
        }
        apply(settings, value);
    }
}
