package dev.dbsh.session;

import dev.dbsh.command.Refusal;
import dev.dbsh.command.Settings;
import dev.dbsh.report.Nearest;
import java.util.List;
import java.util.Optional;

/** What {@code set} knows by name. {@code format} and {@code timing} are commands too, because they are typed often. */
enum Setting {
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

    private final String word;

    Setting(String word) {
        this.word = word;
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
