package dev.dbsh.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to do next.
 *
 * @param words sentences that follow the server's own hint
 * @param commands to be typed as they are
 */
public record Suggestion(List<String> words, List<String> commands) {
    public static final Suggestion NONE = new Suggestion(List.of(), List.of());

    public Suggestion {
        words = List.copyOf(words);
        commands = List.copyOf(commands);
    }

    /** @param command null when there is nothing to type */
    public static Suggestion of(String words, @Nullable String command) {
        return new Suggestion(List.of(words), command == null ? List.of() : List.of(command));
    }

    static Suggestion words(String words) {
        return new Suggestion(List.of(words), List.of());
    }

    static Suggestion command(String command) {
        return new Suggestion(List.of(), List.of(command));
    }
}
