package dev.dbsh.session;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Command;
import dev.dbsh.command.CommandTable;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Option;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Signature;
import dev.dbsh.command.Word;
import dev.dbsh.report.Column;
import dev.dbsh.report.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** {@code help [COMMAND]}: all commands by group, or one with its options and an example. */
public final class Help implements ReportCommand {
    private static final Parameter COMMAND =
            new Parameter("COMMAND", Parameter.Presence.REPEATED, Parameter.Takes.TEXT, Completion.COMMANDS);

    private static final List<Column<Line>> ALL =
            List.of(Column.text("command", Line::words), Column.text("does", Line::meaning));
    private static final List<Column<Line>> ONE =
            List.of(Column.text("part", Line::words), Column.text("is", Line::meaning));

    private final Supplier<CommandTable> table;

    /** @param table asked when help is, because help itself is in it */
    public Help(Supplier<CommandTable> table) {
        this.table = table;
    }

    /** One line of help. */
    public record Line(String words, String meaning) {}

    @Override
    public Signature signature() {
        return Signature.local(
                        "help", Signature.Group.SESSION, "List the commands, or explain one", "help sequences check")
                .taking(COMMAND);
    }

    @Override
    public Report<?> run(Arguments arguments) {
        List<Word> words = arguments.all(COMMAND).stream().map(Word::given).toList();
        if (words.isEmpty()) {
            return Report.ok(ALL, lines(table.get()), "SQL is typed as it is and ends with ;")
                    .withHint("help sequences check");
        }
        CommandTable.Match match = table.get()
                .match(words)
                .filter(found -> found.words() == words.size())
                .orElseThrow(() -> table.get().unknown(words));
        Signature signature = match.command().signature();
        return Report.ok(ONE, parts(signature), signature.summary()).withHint(signature.example());
    }

    /** Every command with what it does, by group. */
    public static List<Line> lines(CommandTable table) {
        return table.commands().stream()
                .map(Command::signature)
                .sorted(Comparator.comparing(Signature::group))
                .map(signature -> new Line(signature.usage(), signature.summary()))
                .toList();
    }

    private static List<Line> parts(Signature signature) {
        List<Line> parts = new ArrayList<>();
        parts.add(new Line("usage", signature.usage()));
        for (Option option : signature.options()) {
            parts.add(new Line(option.usage(), option.summary()));
        }
        return parts;
    }
}
