package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.command.Command;
import dev.dbsh.command.CommandTable;
import dev.dbsh.command.Signature;
import dev.dbsh.pg.connect.Differences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README lists is what the program knows; {@code -Dtranscripts.record=true} rewrites its tables and still fails. */
class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");
    private static final Pattern EXIT_ROW = Pattern.compile("(?m)^\\| (\\d[\\d /]*) \\|");

    @Test
    void commandsAreThoseOfTheProgram() throws IOException {
        CommandTable table = AllCommands.table();
        StringBuilder text = new StringBuilder();
        for (Signature.Group group : Signature.Group.values()) {
            text.append(text.isEmpty() ? "" : "\n").append(heading(group.title(), ""));
            for (Command command : table.commands()) {
                Signature signature = command.signature();
                if (signature.group() == group) {
                    text.append(row("`" + signature.usage() + "`", signature.summary()));
                }
            }
        }

        assertBlock("commands", text.toString());
    }

    @Test
    void differencesFromLibpqAreThoseOfTheConnector() throws IOException {
        StringBuilder text = new StringBuilder(heading("what", "in dbsh"));
        for (Differences.Difference difference : Differences.all()) {
            text.append(row(difference.subject(), difference.here()));
        }

        assertBlock("differences", text.toString());
    }

    @Test
    void habitsAreThoseOfThePrompt() throws IOException {
        StringBuilder text = new StringBuilder(heading("in psql", "at the prompt of dbsh"));
        for (PsqlHabits.Habit habit : PsqlHabits.all()) {
            text.append(row("`" + habit.usage() + "`", meaning(habit)));
        }

        assertBlock("habits", text.toString());
    }

    private static String meaning(PsqlHabits.Habit habit) {
        return switch (habit.way()) {
            case COMMAND -> "works: `" + habit.here() + "`";
            case PROMPT -> "works";
            case TOLD -> "an error: " + habit.here();
        };
    }

    @Test
    void exitCodesAreThoseOfTheProgram() throws IOException {
        TreeSet<Integer> told = new TreeSet<>();
        Matcher row = EXIT_ROW.matcher(Files.readString(README));
        while (row.find()) {
            List.of(row.group(1).split("[ /]+")).forEach(code -> told.add(Integer.valueOf(code)));
        }

        assertThat(told)
                .containsExactlyElementsOf(new TreeSet<>(
                        Arrays.stream(ExitCode.values()).map(ExitCode::code).toList()));
    }

    private static String heading(String first, String second) {
        return "| " + first + " | " + second + " |\n|---|---|\n";
    }

    // A bar ends a cell even inside backquotes; a star or an angle bracket could be read as mark-up.
    private static String row(String first, String second) {
        String cells = first.replace("|", "\\|") + "\n" + second.replace("|", "\\|");
        return "| " + cells.replace("*", "\\*").replace("<", "&lt;").replace("\n", " | ") + " |\n";
    }

    private static void assertBlock(String name, String expected) throws IOException {
        String readme = Files.readString(README);
        Matcher block = Pattern.compile("(?s)(?<=<!-- " + name + " -->\n\n).*?(?=\n<!-- /" + name + " -->)")
                .matcher(readme);
        assertThat(block.find()).as("the README has a block for " + name).isTrue();
        String written = block.group();
        if (Boolean.getBoolean("transcripts.record") && !written.equals(expected)) {
            Files.writeString(README, readme.substring(0, block.start()) + expected + readme.substring(block.end()));
        }

        assertThat(written).isEqualTo(expected);
    }
}
