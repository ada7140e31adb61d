package dev.dbsh.command;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked before something is done.
 *
 * @param words one sentence that names what would be done
 * @param answers what counts, to the last character
 * @param otherwise what is taken for the answer when nobody gives one
 * @param patience how long an answer is waited for; null: as long as it takes
 */
public record Question(
        Kind kind,
        String words,
        List<String> answers,
        String otherwise,
        @Nullable Duration patience) {

    /** What is taken for a refusal. */
    public static final String NO = "no";

    private static final String YES = "yes";

    /** Who can answer in a call without a person. */
    public enum Kind {
        /** {@code --yes} answers it. */
        PLAIN,
        /** {@code --confirm VALUE} answers it, with exactly what a person would have to type. */
        TYPED,
        /** Nobody can; what is taken otherwise counts. */
        CHOICE
    }

    public Question {
        answers = List.copyOf(answers);
    }

    /** Asks for {@code yes}; anything else is no. */
    public static Question plain(String words) {
        return new Question(Kind.PLAIN, words, List.of(YES), NO, null);
    }

    /** Asks for a value to be typed, so that nobody agrees out of habit; anything else is no. */
    public static Question typed(String words, String value) {
        return new Question(Kind.TYPED, words, List.of(value), NO, null);
    }

    /** Asks for one of a few words, again after any other. */
    public static Question choice(String words, List<String> answers, String otherwise, Duration patience) {
        return new Question(Kind.CHOICE, words, answers, otherwise, patience);
    }

    /** What can be typed: {@code type yes}, {@code commit or rollback}. */
    public String asks() {
        String any = String.join(" or ", answers);
        return kind == Kind.CHOICE ? any : "type " + any;
    }
}
