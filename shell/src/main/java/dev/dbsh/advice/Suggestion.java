package dev.dbsh.advice;

import java.util.List;

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

    static Suggestion words(String words) {
        return new Suggestion(List.of(words), List.of());
    }

    static Suggestion command(String command) {
        return new Suggestion(List.of(), List.of(command));
    }
}
