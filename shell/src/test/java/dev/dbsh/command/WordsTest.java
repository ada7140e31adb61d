package dev.dbsh.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void blanksSeparateAndPlacesAreKept() {
        assertThat(Words.of("  sequences\tcheck  orders* "))
                .containsExactly(
                        new Word("sequences", "sequences", 2),
                        new Word("check", "check", 12),
                        new Word("orders*", "orders*", 19));
        assertThat(Words.of(" \t ")).isEmpty();
    }

    @Test
    void singleQuotesOnlyGroup() {
        assertThat(Words.of("set x 'two words' a'b c'd ''"))
                .extracting(Word::text)
                .containsExactly("set", "x", "two words", "ab cd", "");
        assertThat(Words.of("'it''s'")).containsExactly(new Word("it's", "it's", 0));
    }

    @Test
    void doubleQuotesGroupAndStayInWhatWasTyped() {
        assertThat(Words.of("describe public.\"Order Lines\""))
                .containsExactly(
                        new Word("describe", "describe", 0),
                        new Word("public.Order Lines", "public.\"Order Lines\"", 9));
        assertThat(Words.of("\"say \"\"yes\"\"\"")).containsExactly(new Word("say \"yes\"", "\"say \"\"yes\"\"\"", 0));
    }

    @Test
    void noOtherCharacterIsSpecial() {
        assertThat(Words.of("a\\ b !1 $HOME `id` #x"))
                .extracting(Word::raw)
                .containsExactly("a\\", "b", "!1", "$HOME", "`id`", "#x");
    }

    @Test
    void openQuoteIsRefusedWithItsColumn() {
        assertThatThrownBy(() -> Words.of("set x 'open")).isInstanceOfSatisfying(Refusal.class, e -> {
            assertThat(e.kind()).isEqualTo(Refusal.Kind.USAGE);
            assertThat(e.getMessage()).isEqualTo("the quote at column 7 is not closed");
            assertThat(e.failure().hint()).isEqualTo("close it with ', or write it twice to mean itself");
        });
        assertThatThrownBy(() -> Words.of("\"")).hasMessage("the quote at column 1 is not closed");
    }

    @Test
    void anyWordsSurviveBeingQuoted() {
        long seed = Long.getLong("seed", System.nanoTime());
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 2_000; round++) {
            List<String> words = random.ints(1 + round % 5, 0, 40)
                    .mapToObj(length -> text(random, length))
                    .toList();
            StringBuilder single = new StringBuilder();
            StringBuilder twice = new StringBuilder();
            words.forEach(
                    word -> single.append(" '").append(word.replace("'", "''")).append('\''));
            words.forEach(word ->
                    twice.append(" \"").append(word.replace("\"", "\"\"")).append('"'));

            assertThat(Words.of(single.toString()))
                    .as("-Dseed=%d", seed)
                    .extracting(Word::text)
                    .isEqualTo(words);
            assertThat(Words.of(twice.toString()))
                    .as("-Dseed=%d", seed)
                    .extracting(Word::text)
                    .isEqualTo(words);
        }
    }

    private static String text(SplittableRandom random, int length) {
        String alphabet = "ab'\" \t\\.*-_äß漢\u00a0";
        return random.ints(length, 0, alphabet.length())
                .mapToObj(at -> alphabet.substring(at, at + 1))
                .reduce("", String::concat);
    }
}
