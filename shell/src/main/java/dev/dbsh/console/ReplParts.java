package dev.dbsh.console;

import dev.dbsh.command.CommandTable;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Interpreter;
import dev.dbsh.command.WriteMode;
import dev.dbsh.pg.Session;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the shell is made of.
 *
 * @param session connecting already, or connected
 * @param place asked before each prompt, because {@code connect} changes it
 * @param write for the time that is left of it
 * @param names loaded as soon as the session is connected
 * @param words what Tab offers where a parameter takes one of a few words: formats, settings, environments
 * @param wording how a failure reads, the same as in batch; harmless to the terminal already
 */
public record ReplParts(
        Session session,
        Interpreter interpreter,
        CommandTable commands,
        Supplier<Place> place,
        WriteMode write,
        HistoryFile history,
        Names names,
        Map<Completion, List<String>> words,
        Function<RuntimeException, String> wording) {

    public ReplParts {
        words = Map.copyOf(words);
    }
}
