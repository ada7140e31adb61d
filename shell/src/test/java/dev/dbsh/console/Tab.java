package dev.dbsh.console;

import dev.dbsh.command.CommandTable;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Option;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.Signature;
import dev.dbsh.command.Signature.Group;
import dev.dbsh.command.WriteMode;
import dev.dbsh.pg.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.Parser;

/** The key, pressed without a terminal. */
final class Tab {
    private static final CommandTable COMMANDS = commands();

    private Tab() {}

    static List<Candidate> at(Names names, String text, int cursor) {
        ReplParts parts = new ReplParts(
                new Session(),
                null,
                COMMANDS,
                () -> new Place("app", "db1", "shop", null, null),
                new WriteMode(),
                HistoryFile.inMemory(),
                names,
                Map.of(Completion.FORMATS, List.of("table", "json"), Completion.SETTINGS, List.of("pager")),
                String::valueOf);
        List<Candidate> candidates = new ArrayList<>();
        new DbshCompleter(parts)
                .complete(
                        (LineReader) null,
                        new EntryEnd(null, COMMANDS).parse(text, cursor, Parser.ParseContext.COMPLETE),
                        candidates);
        return candidates;
    }

    private static CommandTable commands() {
        Parameter pattern = Parameter.optional("PATTERN", Parameter.Takes.NAME, Completion.SEQUENCES);
        Parameter rest = Parameter.required("REST", Parameter.Takes.REST, Completion.NONE);
        Parameter command = Parameter.required("COMMAND", Parameter.Takes.REST, Completion.COMMANDS);
        Parameter relation = Parameter.required("NAME", Parameter.Takes.NAME, Completion.RELATIONS);
        Parameter format = Parameter.required("FORMAT", Parameter.Takes.TEXT, Completion.FORMATS);
        Parameter onOff = Parameter.required("ON|OFF", Parameter.Takes.TEXT, Completion.SWITCH);
        Parameter setting = Parameter.optional("NAME", Parameter.Takes.TEXT, Completion.SETTINGS);
        return new CommandTable(
                List.of(
                        ScriptedShell.command(Signature.query("sequences", Group.SEQUENCES, "", "")
                                .taking(pattern)
                                .with(
                                        Option.flag("--behind", ""),
                                        Option.named("--table", "T", Completion.TABLES, ""))),
                        ScriptedShell.command(Signature.check("sequences check", Group.SEQUENCES, "", "")),
                        ScriptedShell.command(Signature.query("describe", Group.CATALOG, "", "")
                                .taking(relation)),
                        ScriptedShell.command(
                                Signature.query("explain", Group.SQL, "", "").taking(rest)),
                        ScriptedShell.command(
                                Signature.query("watch", Group.SQL, "", "").taking(command)),
                        ScriptedShell.command(
                                Signature.local("format", Group.SESSION, "", "").taking(format)),
                        ScriptedShell.command(
                                Signature.local("set", Group.SESSION, "", "").taking(setting)),
                        ScriptedShell.command(
                                Signature.local("timing", Group.SESSION, "", "").taking(onOff))),
                Set::of);
    }
}
