package dev.dbsh.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbsh.report.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTableTest {
    private final CommandTable table = new CommandTable(
            List.of(named("sequences"), named("sequences check"), named("write on"), named("help")),
            () -> List.of("select"));

    @Test
    void longestNameWins() {
        assertThat(match("sequences check orders*")).isEqualTo("sequences check, 2 words");
        assertThat(match("sequences orders*")).isEqualTo("sequences, 1 words");
        assertThat(match("sequences checks")).isEqualTo("sequences, 1 words");
        assertThat(match("write on 15m")).isEqualTo("write on, 2 words");
    }

    @Test
    void wordsThatBeginNoCommandMatchNone() {
        assertThat(table.match(Words.of("write"))).isEmpty();
        assertThat(table.match(Words.of("select 1"))).isEmpty();
        assertThat(table.match(List.of())).isEmpty();
    }

    @Test
    void quotedWordIsNoCommand() {
        assertThat(table.match(Words.of("\"help\""))).isEmpty();
    }

    @Test
    void firstWordOfACommandIsKnown() {
        assertThat(table.isCommandWord("write")).isTrue();
        assertThat(table.isCommandWord("help")).isTrue();
        assertThat(table.isCommandWord("he")).isFalse();
        assertThat(table.isCommandWord("on")).isFalse();
    }

    @Test
    void unknownWordsLeadToTheNearestCommand() {
        assertUnknown(
                "sequnces check",
                "there is no command \"sequnces\"",
                "did you mean sequences? type help for all of them");
        assertUnknown(
                "write of", "there is no command \"write of\"", "did you mean write on? type help for all of them");
        assertUnknown("selct 1", "there is no command \"selct\"", "did you mean select? type help for all of them");
        assertUnknown("xyzzy", "there is no command \"xyzzy\"", "type help for all commands; SQL ends with ;");
    }

    @Test
    void twoCommandsOfOneNameAreAMistakeOfOurs() {
        assertThatThrownBy(() -> new CommandTable(List.of(named("help"), named("help")), List::of))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two commands are called help");
    }

    private void assertUnknown(String line, String message, String hint) {
        Refusal refusal = table.unknown(Words.of(line));

        assertThat(refusal.getMessage()).isEqualTo(message);
        assertThat(refusal.failure().hint()).isEqualTo(hint);
    }

    private String match(String line) {
        CommandTable.Match match = table.match(Words.of(line)).orElseThrow();
        return match.command().signature().name() + ", " + match.words() + " words";
    }

    private static Command named(String name) {
        return new ReportCommand() {
            @Override
            public Signature signature() {
                return Signature.query(name, Signature.Group.SESSION, "Says so", name);
            }

            @Override
            public Report<?> run(Arguments arguments) {
                return Report.said(name);
            }
        };
    }
}
