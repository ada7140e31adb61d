package dev.dbsh.app;

import dev.dbsh.command.CommandTable;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.Settings;
import dev.dbsh.command.Signature;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.connect.ConnectRequest;
import dev.dbsh.pg.connect.Connector;
import dev.dbsh.pg.connect.PasswordMode;
import dev.dbsh.pg.connect.PasswordPrompt;
import dev.dbsh.pg.connect.Surroundings;
import dev.dbsh.render.CheckedOutput;
import dev.dbsh.render.Format;
import dev.dbsh.render.Output;
import dev.dbsh.render.OutputFailure;
import dev.dbsh.render.Palette;
import dev.dbsh.render.Renderer;
import dev.dbsh.render.Renderers;
import dev.dbsh.report.Failure;
import dev.dbsh.report.Nearest;
import dev.dbsh.session.Connections;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One call from its arguments to its exit code. */
final class Program {
    private final Invocation invocation;
    private final ErrorLines errors;
    private final Settings settings = new Settings(Format.words());
    private final Session session = new Session();
    private final Surroundings surroundings;
    private final Connections connections;
    private final Wiring wiring;
    private String changed = "no";

    Program(Invocation invocation) {
        this.invocation = invocation;
        this.errors = new ErrorLines(invocation.err(), Palette.PLAIN);
        this.surroundings = Surroundings.of(invocation.environment());
        this.connections = new Connections(session, new Connector(surroundings), PasswordPrompt.NOBODY);
        this.wiring = new Wiring(session, settings, connections, errors::notice);
    }

    int run() {
        try (session) {
            return end(call());
        } catch (UncheckedIOException e) {
            return end(notWritten(Objects.requireNonNull(e.getCause())));
        } catch (OutputFailure e) {
            return end(notWritten(e));
        } catch (CharacterCodingException e) {
            return end(fail(new Failures(
                    Failure.of("standard input is not UTF-8").withHint("iconv -t UTF-8"), ExitCode.INPUT)));
        } catch (IOException e) {
            return end(fail(new Failures(Failure.of(String.valueOf(e.getMessage())), ExitCode.FAILED)));
        } catch (RuntimeException e) {
            return end(fail(Failures.of(e)));
        }
    }

    private ExitCode call() throws IOException {
        CommandTable table = wiring.table();
        Call call = Call.of(invocation.arguments(), table);
        if (call.has(CallOption.VERSION)) {
            return say("dbsh " + Version.text() + "\n");
        }
        if (call.has(CallOption.HELP) || isBareHelp(call)) {
            return say(Usage.text(table));
        }
        settings.format(format(call));
        if (call.has(CallOption.WRITE)) {
            settings.allowWrites();
        }
        if (needsConnection(call, table)) {
            connections.defaults(SessionLimits.of(call, surroundings.osUser()));
            connections.start(request(call));
        }
        return batch(call, table);
    }

    private ExitCode batch(Call call, CommandTable table) throws IOException {
        try (StandardOutput out = output(call)) {
            Palette palette = palette(call);
            Publisher publisher = new Publisher(settings, () -> renderer(out, palette), out, errors);
            LineInterpreter interpreter = new LineInterpreter(table, session, settings, publisher);
            try {
                return new Batch(interpreter, session, publisher).run(call, invocation.in());
            } finally {
                changed = interpreter.changes().word();
            }
        }
    }

    private Renderer renderer(Output out, Palette palette) {
        return Renderers.of(Format.find(settings.format()).orElseThrow(), out.width(), palette);
    }

    private StandardOutput output(Call call) throws IOException {
        String file = call.value(CallOption.OUTPUT);
        return file == null
                ? new StandardOutput(CheckedOutput.standardOutput(invocation.out()), Tty.width())
                : new StandardOutput(CheckedOutput.file(Files.newOutputStream(Path.of(file)), Path.of(file)), null);
    }

    private Palette palette(Call call) {
        String when = call.has(CallOption.COLOR) ? call.value(CallOption.COLOR) : "auto";
        return switch (String.valueOf(when)) {
            case "always" -> Palette.COLOUR;
            case "never" -> Palette.PLAIN;
            case "auto" -> {
                boolean toFile = call.has(CallOption.OUTPUT);
                yield !toFile && Tty.hasColours(invocation.environment()) ? Palette.COLOUR : Palette.PLAIN;
            }
            default -> throw Refusal.usage("there is no --color " + when, "it takes auto, always or never");
        };
    }

    private static String format(Call call) {
        String word = call.value(CallOption.FORMAT);
        if (word == null) {
            return Format.TABLE.word();
        }
        if (Format.find(word).isEmpty()) {
            throw Refusal.usage(
                    "there is no format " + word,
                    Nearest.to(word, Format.words())
                            .map(near -> "did you mean " + near + "?")
                            .orElse("it takes " + String.join(", ", Format.words())));
        }
        return word;
    }

    private static boolean isBareHelp(Call call) {
        return call.command().size() == 1 && call.command().get(0).text().equals("help");
    }

    private static boolean needsConnection(Call call, CommandTable table) {
        return call.command().isEmpty()
                || table.match(call.command())
                        .map(match -> match.command().signature().kind() != Signature.Kind.LOCAL)
                        .orElse(false);
    }

    private static ConnectRequest request(Call call) {
        PasswordMode mode = call.has(CallOption.NO_PASSWORD)
                ? PasswordMode.NEVER
                : call.has(CallOption.PASSWORD) ? PasswordMode.ALWAYS : PasswordMode.WHEN_NEEDED;
        @Nullable String database = call.value(CallOption.DATABASE);
        return new ConnectRequest(
                call.value(CallOption.HOST),
                call.value(CallOption.PORT),
                call.value(CallOption.USER),
                database == null ? call.connection() : database,
                call.value(CallOption.ENVIRONMENT),
                mode);
    }

    private ExitCode say(String text) throws IOException {
        invocation.out().write(text.getBytes(StandardCharsets.UTF_8));
        return ExitCode.OK;
    }

    private ExitCode fail(Failures failures) {
        errors.failure(failures.failure(), null);
        return failures.code();
    }

    private ExitCode notWritten(IOException e) {
        if (e instanceof OutputFailure output && output.readerGone()) {
            return ExitCode.PIPE_CLOSED;
        }
        return fail(new Failures(Failure.of(String.valueOf(e.getMessage())), ExitCode.FAILED));
    }

    // A reader that has gone has also stopped listening to what is said about it.
    private int end(ExitCode code) {
        if (code != ExitCode.OK && code != ExitCode.PIPE_CLOSED) {
            errors.last(code, changed);
        }
        return code.code();
    }
}
