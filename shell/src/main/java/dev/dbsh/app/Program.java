package dev.dbsh.app;

import dev.dbsh.command.CommandTable;
import dev.dbsh.command.Operator;
import dev.dbsh.command.Progress;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.Settings;
import dev.dbsh.command.Signature;
import dev.dbsh.console.HistoryFile;
import dev.dbsh.console.ShellPasswordPrompt;
import dev.dbsh.console.TerminalOperator;
import dev.dbsh.console.TerminalPasswordPrompt;
import dev.dbsh.demo.Demo;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.connect.ConnectRequest;
import dev.dbsh.pg.connect.Connector;
import dev.dbsh.pg.connect.PasswordPrompt;
import dev.dbsh.pg.connect.Surroundings;
import dev.dbsh.render.CheckedOutput;
import dev.dbsh.render.Format;
import dev.dbsh.render.OutputFailure;
import dev.dbsh.render.Palette;
import dev.dbsh.render.Renderers;
import dev.dbsh.report.Failure;
import dev.dbsh.session.Connect;
import dev.dbsh.session.Connections;
import dev.dbsh.session.History;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One call from its arguments to its exit code. */
final class Program {
    private final Invocation invocation;
    private final Tty tty;
    private final ErrorLines errors;
    private final Settings settings = new Settings(Format.words());
    private final Session session = new Session();
    private final Stop stop;
    private final Signals signals;
    private final Surroundings surroundings;
    private final Connections connections;
    private @Nullable Wiring wiring;
    private @Nullable HistoryFile history;
    private @Nullable String connection;
    private boolean watchesSignals;
    private volatile Changes changes = new Changes();
    private Operator operator = BatchOperator.NOBODY;

    Program(Invocation invocation, Tty tty) {
        this.invocation = invocation;
        this.tty = tty;
        this.errors = new ErrorLines(invocation.err(), Palette.PLAIN);
        this.stop = new Stop(session, errors, () -> changes);
        this.signals = new Signals(stop);
        this.surroundings = Surroundings.of(invocation.environment());
        this.connections = new Connections(session, new Connector(surroundings));
    }

    private Progress progress() {
        boolean canMove = !"dumb".equals(invocation.environment().get("TERM"));
        return tty.is(2) && canMove ? new ProgressLine(invocation.err(), System::nanoTime) : Progress.UNSEEN;
    }

    /** Ends the call in good order when a signal asks for it; the shell on a terminal has ways of its own. */
    Program endingOnSignals() {
        watchesSignals = true;
        return this;
    }

    int run() {
        try (session) {
            return end(call());
        } catch (UncheckedIOException e) {
            return end(notWritten(Objects.requireNonNull(e.getCause())));
        } catch (OutputFailure e) {
            return end(notWritten(e));
        } catch (IOException e) {
            return end(fail(new Failures(Failure.of(String.valueOf(e.getMessage())), ExitCode.FAILED)));
        } catch (RuntimeException e) {
            // What fails in a call that is told to stop fails because of that.
            return end(stop.isRequested() ? ExitCode.FAILED : fail(meant(Failures.of(e))));
        }
    }

    private ExitCode call() throws IOException {
        Call call = Call.of(invocation.arguments(), this::table);
        connection = call.connection();
        if (call.has(CallOption.VERSION)) {
            return say("dbsh " + Version.text() + "\n");
        }
        if (call.has(CallOption.HELP) || call.isBareHelp()) {
            return say(Usage.text(table()));
        }
        settings.format(Look.format(call));
        if (call.has(CallOption.WRITE)) {
            settings.writeMode().on();
        }
        if (!call.demo()) {
            return connected(call, call.request(), "", List.of());
        }
        if (watchesSignals) {
            signals.watchNow();
        }
        try (Demo demo = DemoCall.start(call, errors)) {
            return connected(call, DemoCall.request(demo), demo.greeting(), demo.tour());
        }
    }

    private ExitCode connected(Call call, ConnectRequest request, String greeting, List<String> tour)
            throws IOException {
        boolean typing = call.isInteractive() && tty.is(0);
        if (typing && !tty.is(1)) {
            throw Batch.needsTerminal("the shell");
        }
        PasswordPrompt passwords = typing ? new ShellPasswordPrompt() : new TerminalPasswordPrompt();
        connections.prepare(SessionLimits.of(call, surroundings.osUser()), passwords);
        if (call.command().isEmpty()) {
            // First of all: while the server answers there is time for the rest.
            connections.start(request);
        } else {
            SqlFile.checkNamed(table(), call.command());
            startWhereNeeded(call, request);
        }
        if (passwords instanceof ShellPasswordPrompt shell) {
            return interactive(call, shell, greeting);
        }
        watchSignals(call);
        @Nullable String timeout = call.value(CallOption.TIMEOUT);
        if (timeout != null) {
            new Deadline(stop).in(timeout);
        }
        return batch(call, tour);
    }

    private void watchSignals(Call call) {
        if (!watchesSignals || call.demo()) {
            return;
        }
        if (call.has(CallOption.WRITE) || call.has(CallOption.YES)) {
            signals.watchNow();
        } else {
            signals.watch();
        }
    }

    private ExitCode interactive(Call call, ShellPasswordPrompt passwords, String greeting) {
        Palette palette = Look.palette(call, tty, invocation.environment());
        TerminalOperator person = new TerminalOperator();
        operator = person;
        signals.leave();
        Interactive shell = new Interactive(session, settings, connections, wiring(), errors, surroundings);
        shell.run(history(), new Interactive.Asking(passwords, person), palette, greeting);
        return ExitCode.OK;
    }

    private ExitCode batch(Call call, List<String> tour) throws IOException {
        Palette palette = Look.palette(call, tty, invocation.environment());
        operator = BatchOperator.of(call);
        try (StandardOutput out = output(call)) {
            Publisher publisher = new Publisher(
                    settings,
                    () -> Renderers.of(Format.find(settings.format()).orElseThrow(), out.width(), palette),
                    out,
                    errors);
            LineInterpreter interpreter = new LineInterpreter(wiring(), session, settings, publisher, null);
            if (!call.isInteractive()) {
                interpreter.withInput(invocation.in());
            }
            changes = interpreter.changes();
            if (call.isInteractive()) {
                wiring().inputs().standardIsTaken();
            }
            return new Batch(interpreter, session, publisher, tour).run(call, invocation.in());
        }
    }

    private StandardOutput output(Call call) throws IOException {
        String file = call.value(CallOption.OUTPUT);
        if (file == null) {
            return new StandardOutput(CheckedOutput.standardOutput(invocation.out()), tty.width());
        }
        try {
            Path path = Path.of(file);
            return new StandardOutput(CheckedOutput.file(Files.newOutputStream(path), path), null);
        } catch (IOException | InvalidPathException e) {
            throw new IOException("cannot write " + file + ": " + Look.reason(e), e);
        }
    }

    private void startWhereNeeded(Call call, ConnectRequest request) {
        table().match(call.command())
                .map(CommandTable.Match::command)
                .filter(command -> command.signature().kind() != Signature.Kind.LOCAL || command instanceof Connect)
                .ifPresent(command -> connections.start(request));
    }

    private Wiring wiring() {
        Wiring known = wiring;
        if (known == null) {
            known = new Wiring(
                    session,
                    settings,
                    connections,
                    new Wiring.Outside(
                            this::typed,
                            errors::notice,
                            () -> operator,
                            progress(),
                            invocation.in(),
                            surroundings.state()));
            wiring = known;
        }
        return known;
    }

    private CommandTable table() {
        return wiring().table();
    }

    private List<History.Typed> typed() {
        return history().entries().stream()
                .map(entry -> new History.Typed(entry.time(), entry.text()))
                .toList();
    }

    private HistoryFile history() {
        HistoryFile known = history;
        if (known == null) {
            known = HistoryFile.at(surroundings.state().resolve("history"));
            history = known;
        }
        return known;
    }

    private ExitCode say(String text) throws IOException {
        invocation.out().write(text.getBytes(StandardCharsets.UTF_8));
        return ExitCode.OK;
    }

    // dbsh statsu: a first word that is no command names a database, which is not what was meant.
    private Failures meant(Failures failures) {
        String word = connection;
        if (word == null || !"3D000".equals(failures.failure().sqlState())) {
            return failures;
        }
        return table().findNearest(word)
                .map(near -> Failures.of(Refusal.usage(
                        "\"" + word + "\" is neither a command nor a database", "did you mean " + near + "?")))
                .orElse(failures);
    }

    private ExitCode fail(Failures failures) {
        errors.failure(failures, null);
        return failures.code();
    }

    private ExitCode notWritten(IOException e) {
        if (e instanceof OutputFailure output && output.readerGone()) {
            return ExitCode.PIPE_CLOSED;
        }
        return fail(new Failures(Failure.of(String.valueOf(e.getMessage())), ExitCode.FAILED));
    }

    private int end(ExitCode asRun) {
        Wiring made = wiring;
        if (made != null) {
            made.record().close();
        }
        if (stop.isRequested()) {
            return stop.last().code();
        }
        ExitCode ended = changes.code(asRun);
        // A reader that has gone has also stopped listening to what is said about it.
        if (ended != ExitCode.OK && ended != ExitCode.PIPE_CLOSED) {
            errors.last(ended, changes.word());
        }
        return ended.code();
    }
}
