package dev.dbsh.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    private static final Parameter NAME = Parameter.required("NAME", Parameter.Takes.NAME, Completion.SEQUENCES);
    private static final Parameter COUNT = Parameter.optional("COUNT", Parameter.Takes.TEXT, Completion.NONE);
    private static final Option BEHIND = Option.flag("--behind", "only those behind");
    private static final Option TABLE = Option.named("--table", "T", Completion.TABLES, "only those of a table");
    private static final Signature MOVE = Signature.query("move", Signature.Group.SEQUENCES, "Moves", "move x")
            .taking(NAME, COUNT)
            .with(BEHIND, TABLE);
    private static final Parameter TEXT =
            new Parameter("SQL", Parameter.Presence.REPEATED, Parameter.Takes.REST, Completion.NONE);
    private static final Signature RAW =
            Signature.query("sql", Signature.Group.SQL, "Runs", "sql select 1").taking(TEXT);

    @Test
    void optionsMayStandAnywhere() {
        for (String line : List.of(
                "orders 7 --behind --table public.t",
                "--behind --table=public.t orders 7",
                "orders --table public.t 7 --behind")) {
            Arguments arguments = read(MOVE, line);

            assertThat(arguments.text(NAME)).isEqualTo("orders");
            assertThat(arguments.find(COUNT)).contains("7");
            assertThat(arguments.has(BEHIND)).isTrue();
            assertThat(arguments.find(TABLE)).contains("public.t");
        }
    }

    @Test
    void whatWasNotTypedIsAbsent() {
        Arguments arguments = read(MOVE, "orders");

        assertThat(arguments.find(COUNT)).isEmpty();
        assertThat(arguments.has(BEHIND)).isFalse();
        assertThat(arguments.find(TABLE)).isEmpty();
    }

    @Test
    void doubleQuotesStayInNamesOnly() {
        Arguments arguments = read(MOVE, "\"Order Lines\" \"7 8\" --table \"T\"");

        assertThat(arguments.text(NAME)).isEqualTo("\"Order Lines\"");
        assertThat(arguments.find(COUNT)).contains("7 8");
        assertThat(arguments.find(TABLE)).contains("\"T\"");
        assertThat(read(MOVE, "x --table=\"a=b\"").find(TABLE)).contains("\"a=b\"");
    }

    @Test
    void wordsAfterTwoDashesAndNegativeNumbersAreValues() {
        assertThat(read(MOVE, "-- --behind").text(NAME)).isEqualTo("--behind");
        assertThat(read(MOVE, "orders -7").find(COUNT)).contains("-7");
        assertThat(read(MOVE, "-").text(NAME)).isEqualTo("-");
    }

    @Test
    void restOfTheLineIsTakenAsItIs() {
        List<Word> words = List.of(Word.given("select -1 as \"a b\""), Word.given("--behind"), Word.given("--"));

        assertThat(Arguments.of(RAW, words).all(TEXT)).containsExactly("select -1 as \"a b\"", "--behind", "--");
    }

    @Test
    void mistakesAreToldWithWhatToTypeInstead() {
        assertRefused("", "move needs NAME", "usage: move NAME [COUNT] [--behind] [--table T]");
        assertRefused(
                "a 1 b",
                "move takes 2 words, \"b\" is one too many",
                "usage: move NAME [COUNT] [--behind] [--table T]");
        assertRefused("a --behnd", "move has no option --behnd", "did you mean --behind?");
        assertRefused("a --xyz", "move has no option --xyz", "usage: move NAME [COUNT] [--behind] [--table T]");
        assertRefused("a --behind=1", "--behind takes no value", "usage: move NAME [COUNT] [--behind] [--table T]");
        assertRefused(
                "a --table", "--table needs a value: --table T", "usage: move NAME [COUNT] [--behind] [--table T]");
    }

    private static void assertRefused(String line, String message, String hint) {
        assertThatThrownBy(() -> read(MOVE, line)).isInstanceOfSatisfying(Refusal.class, e -> {
            assertThat(e.kind()).isEqualTo(Refusal.Kind.USAGE);
            assertThat(e.getMessage()).isEqualTo(message);
            assertThat(e.failure().hint()).isEqualTo(hint);
        });
    }

    private static Arguments read(Signature signature, String line) {
        return Arguments.of(signature, Words.of(line));
    }
}
