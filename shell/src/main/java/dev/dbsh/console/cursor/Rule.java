package dev.dbsh.console.cursor;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What follows certain words of a statement that is no query.
 *
 * <p>In its pattern {@code a|b} is one of them, {@code [a]} may be missing
 * or come again, {@code N} is any word or name, {@code T} the
 * table that the statement is about, {@code LIST} names with a comma behind each, {@code *} anything or nothing.
 */
record Rule(Pattern pattern, Function<Source, Wanted> wanted) {
    private static final Source NO_TABLE = Source.derived("", List.of(), List.of());

    static Rule names(String words, Kind... kinds) {
        Wanted wanted = Wanted.names(kinds);
        return new Rule(compiled(words), table -> wanted);
    }

    static Rule words(String words, String phrases) {
        Wanted wanted = Wanted.words(Vocabulary.phrases(phrases));
        return new Rule(compiled(words), table -> wanted);
    }

    static Rule of(String words, Function<Source, Wanted> wanted) {
        return new Rule(compiled(words), wanted);
    }

    private static Pattern compiled(String words) {
        return Pattern.compile(Stream.of(words.split(" ")).map(Rule::expression).collect(Collectors.joining()));
    }

    private static String expression(String word) {
        return switch (word) {
            case "N" -> "\\S+ ";
            case "T" -> "(?<table>[^\\s(]+) ";
            case "LIST" -> "(?:\\S+ , )*";
            case "*" -> "(?:\\S+ )*";
            case "(" -> "\\( ";
            case "()" -> "\\(\\) ";
            default ->
                word.startsWith("[")
                        ? "(?:(?:"
                                + word.substring(1, word.length() - 1)
                                        .replace("()", "\\(\\)")
                                        .replace('_', ' ') + ") )*"
                        : "(?:" + word + ") ";
        };
    }

    /** What follows when the rule is about these words; null when it is not. */
    @Nullable
    Wanted after(String sketch, Level statement) {
        Matcher matcher = pattern.matcher(sketch);
        return matcher.matches() ? wanted.apply(table(matcher, sketch, statement)) : null;
    }

    /** The table that a statement which begins so is about; null when it is about none. */
    @Nullable
    Source table(String sketch, Level statement) {
        Matcher matcher = pattern.matcher(sketch);
        return matcher.lookingAt() ? table(matcher, sketch, statement) : null;
    }

    private Source table(Matcher matcher, String sketch, Level statement) {
        if (!pattern.pattern().contains("<table>")) {
            return NO_TABLE;
        }
        int node = (int) sketch.substring(0, matcher.start("table"))
                .chars()
                .filter(c -> c == ' ')
                .count();
        Node name = statement.node(node);
        return name.names().isEmpty() ? NO_TABLE : Source.table(name.names(), name.lastName());
    }
}
