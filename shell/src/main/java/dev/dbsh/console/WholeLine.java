package dev.dbsh.console;

import dev.dbsh.command.CommandTable;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.Words;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandParser;
import org.springframework.shell.core.command.ParsedInput;

/**
 * Finds the command that a line is for and hands the line on as its one argument, untouched: Spring Shell's own parser
 * drops quotes and takes words of SQL for options.
 */
final class WholeLine implements CommandParser {
    private final CommandTable commands;

    WholeLine(CommandTable commands) {
        this.commands = commands;
    }

    @Override
    public ParsedInput parse(String line) {
        return ParsedInput.builder()
                .commandName(name(line))
                .addArgument(new CommandArgument(0, line.strip()))
                .build();
    }

    private String name(String line) {
        try {
            return commands.match(Words.of(line))
                    .map(match -> match.command().signature().name())
                    .orElse(SpringShellCommand.ANYTHING);
        } catch (Refusal e) {
            // A quote that is not closed: whoever runs the line says so in its own words.
            return SpringShellCommand.ANYTHING;
        }
    }
}
