package dev.dbsh.console;

import dev.dbsh.command.Command;
import dev.dbsh.command.CommandTable;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Interpreter;
import dev.dbsh.command.Option;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Settings;
import dev.dbsh.command.Signature;
import dev.dbsh.command.Signature.Group;
import dev.dbsh.command.WriteMode;
import dev.dbsh.pg.Patience;
import dev.dbsh.pg.Results;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.SqlFailure;
import dev.dbsh.pg.StatementKind;
import dev.dbsh.pg.connect.ConnectFailure;
import dev.dbsh.pg.connect.ConnectRequest;
import dev.dbsh.pg.connect.Connector;
import dev.dbsh.pg.connect.PasswordMode;
import dev.dbsh.pg.connect.SessionDefaults;
import dev.dbsh.pg.connect.Setting;
import dev.dbsh.pg.connect.Surroundings;
import dev.dbsh.pg.wire.ResultColumn;
import dev.dbsh.pg.wire.ResultRow;
import dev.dbsh.render.Format;
import dev.dbsh.render.Visible;
import dev.dbsh.report.Failure;
import dev.dbsh.report.Report;
import dev.dbsh.session.Connections;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The shell with a real session and an interpreter that does only what its tests look at. Its arguments are a connection,
 * the history's file and the environment's label.
 */
public final class ScriptedShell implements Interpreter {
    private static final CommandTable COMMANDS = new CommandTable(
            List.of(
                    command(Signature.local("report", Group.SESSION, "So many lines", "report 3")
                            .taking(Parameter.required("LINES", Parameter.Takes.TEXT, Completion.NONE))),
                    command(Signature.local("echo", Group.SESSION, "Says what arrived", "echo on")
                            .taking(Parameter.required("TEXT", Parameter.Takes.REST, Completion.NONE))),
                    command(Signature.local("crash", Group.SESSION, "Fails as a bug does", "crash")),
                    command(Signature.query("sequences", Group.SEQUENCES, "All of them", "sequences")
                            .taking(Parameter.optional("PATTERN", Parameter.Takes.NAME, Completion.SEQUENCES))
                            .with(
                                    Option.flag("--behind", "Those that are behind"),
                                    Option.named("--table", "T", Completion.TABLES, "Those of one table"))),
                    command(Signature.check("sequences check", Group.SEQUENCES, "Compare them", "sequences check")),
                    command(Signature.query("describe", Group.CATALOG, "One of them", "describe orders")
                            .taking(Parameter.required("NAME", Parameter.Takes.NAME, Completion.RELATIONS))),
                    command(Signature.local("format", Group.SESSION, "How reports look", "format json")
                            .taking(Parameter.required("FORMAT", Parameter.Takes.TEXT, Completion.FORMATS))),
                    command(Signature.local("timing", Group.SESSION, "How long it took", "timing on")
                            .taking(Parameter.required("ON|OFF", Parameter.Takes.TEXT, Completion.SWITCH))),
                    command(Signature.local("quit", Group.SESSION, "Leave", "quit"))),
            List::of);

    private static final Setting READ_ONLY = new Setting("default_transaction_read_only", "on", true);

    private final Session session;
    private final TerminalOutput output;
    private final Names names;
    private boolean leaving;

    private ScriptedShell(Session session, TerminalOutput output, Names names) {
        this.session = session;
        this.output = output;
        this.names = names;
    }

    public static void main(String[] arguments) {
        String url = arguments[0];
        HistoryFile history = HistoryFile.at(Path.of(arguments[1]));
        String label = arguments.length > 2 ? arguments[2] : null;
        int exit;
        try (Session session = new Session();
                SpringShell spring = SpringShell.of(COMMANDS);
                Screen screen = Screen.open()) {
            ShellPasswordPrompt password = new ShellPasswordPrompt();
            Connections connections = new Connections(session, new Connector(Surroundings.of(System.getenv())));
            connections.prepare(new SessionDefaults("dbsh test", List.of(READ_ONLY)), password);
            PasswordMode mode =
                    System.getenv("DBSH_TEST_PASSWORD") == null ? PasswordMode.WHEN_NEEDED : PasswordMode.ALWAYS;
            connections.start(new ConnectRequest(null, null, null, url, null, mode));
            password.at(screen);
            TerminalOutput output = new TerminalOutput(screen, new Settings(Format.words()));
            Names names = new Names(connections::beside);
            ScriptedShell interpreter = new ScriptedShell(session, output, names);
            ReplParts parts = new ReplParts(
                    session,
                    interpreter,
                    COMMANDS,
                    () -> new Place("app", "db1", "shop", label, label == null ? null : "red"),
                    new WriteMode(),
                    history,
                    names,
                    Map.of(Completion.FORMATS, Format.words()),
                    ScriptedShell::wording);
            exit = new Repl(screen, output, parts, spring).run();
        }
        System.exit(exit);
    }

    private static String wording(RuntimeException e) {
        return "error: " + Visible.lines(String.valueOf(e.getMessage()));
    }

    static Command command(Signature signature) {
        return new ReportCommand() {
            @Override
            public Signature signature() {
                return signature;
            }

            @Override
            public Report<?> run(dev.dbsh.command.Arguments arguments) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Override
    public String missing(String text) {
        String line = text.strip();
        boolean complete = line.isEmpty() || line.endsWith(";") || COMMANDS.isCommandWord(line.split("\\s", 2)[0]);
        boolean quoted = line.chars().filter(c -> c == '\'').count() % 2 == 1;
        return complete ? "" : quoted ? "'" : "-";
    }

    @Override
    public int run(String text) {
        try {
            if (text.equals("quit")) {
                leaving = true;
            } else if (text.equals("crash")) {
                throw new IllegalStateException("as asked");
            } else if (text.startsWith("report ")) {
                report(Integer.parseInt(text.substring("report ".length())));
            } else if (text.startsWith("echo ")) {
                output.append("ran <" + text.replace("\n", "\\n") + ">\n");
            } else {
                sql(text);
            }
            output.endReport();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 0;
    }

    private void report(int lines) throws IOException {
        for (int line = 1; line <= lines; line++) {
            output.append("line " + line + "\n");
        }
    }

    private void sql(String text) throws IOException {
        try {
            String statement = text.substring(0, text.length() - 1);
            long rows = session.run(statement, StatementKind.SESSION, new Ignored());
            String shown =
                    statement.length() > 100 ? statement.length() + " characters" : statement.replace("\n", "\\n");
            output.append("ran " + shown + ": " + rows + "\n");
            names.refresh();
        } catch (SqlFailure e) {
            output.append("error " + e.sqlState() + ": " + e.failure().message() + "\n");
        } catch (ConnectFailure e) {
            output.append(wording(e) + "\n");
        }
    }

    @Override
    public boolean isLeaving() {
        return leaving;
    }

    @Override
    public boolean stop(Consumer<String> says) {
        return session.stop(Patience.OF_A_PERSON, says);
    }

    private static final class Ignored implements Results {
        @Override
        public void columns(List<ResultColumn> columns) {}

        @Override
        public void row(ResultRow row) {}

        @Override
        public void notice(Failure notice) {}
    }
}
