package dev.dbsh.app;

import dev.dbsh.command.Completion;
import dev.dbsh.command.Settings;
import dev.dbsh.console.HistoryFile;
import dev.dbsh.console.Names;
import dev.dbsh.console.Place;
import dev.dbsh.console.Repl;
import dev.dbsh.console.ReplParts;
import dev.dbsh.console.Screen;
import dev.dbsh.console.ShellPasswordPrompt;
import dev.dbsh.console.SpringShell;
import dev.dbsh.console.TerminalOperator;
import dev.dbsh.console.TerminalOutput;
import dev.dbsh.console.TextEditor;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.connect.Environment;
import dev.dbsh.pg.connect.Environments;
import dev.dbsh.pg.connect.ServerHost;
import dev.dbsh.pg.connect.Surroundings;
import dev.dbsh.pg.connect.Target;
import dev.dbsh.render.Format;
import dev.dbsh.render.Palette;
import dev.dbsh.render.Renderers;
import dev.dbsh.session.Connections;
import dev.dbsh.session.Setting;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The shell on a terminal. The only class here that leads to the line editor, so that a batch call loads none of it. */
final class Interactive {
    // Held, because the JDK forgets a logger that nobody holds, and with it that it is to be silent: where JLine has to
    // take another way to the terminal it would say so in the middle of the screen.
    private static final Logger JLINE = Logger.getLogger("org.jline");

    private final Session session;
    private final Settings settings;
    private final Connections connections;
    private final Wiring wiring;
    private final ErrorLines errors;
    private final Environments environments;
    private @Nullable Place place;
    private @Nullable Target placed;

    Interactive(
            Session session,
            Settings settings,
            Connections connections,
            Wiring wiring,
            ErrorLines errors,
            Surroundings surroundings) {
        this.session = session;
        this.settings = settings;
        this.connections = connections;
        this.wiring = wiring;
        this.errors = errors;
        this.environments = new Environments(surroundings);
    }

    /** Those who ask at the shell's terminal, once it is open. */
    record Asking(ShellPasswordPrompt passwords, TerminalOperator operator) {
        void at(Screen screen) {
            passwords.at(screen);
            operator.at(screen);
        }
    }

    /** Prompts until the operator leaves. */
    int run(HistoryFile history, Asking asking, Palette palette, String greeting) {
        JLINE.setLevel(Level.OFF);
        wiring.inputs().standardIsTaken();
        try (SpringShell spring = SpringShell.of(wiring.table());
                Screen screen = Screen.open()) {
            asking.at(screen);
            TerminalOutput output = new TerminalOutput(screen, settings);
            Publisher publisher = new Publisher(
                    settings,
                    () -> Renderers.of(Format.find(settings.format()).orElseThrow(), output.width(), palette),
                    output,
                    errors);
            Names names = new Names(connections::beside);
            LineInterpreter interpreter = new LineInterpreter(wiring, session, settings, publisher, names::refresh)
                    .withHabits(new TextEditor(screen)::edit);
            if (!greeting.isEmpty()) {
                errors.line(greeting.stripTrailing());
            }
            ReplParts parts = new ReplParts(
                    session,
                    interpreter,
                    wiring.table(),
                    this::place,
                    settings.writeMode(),
                    history,
                    names,
                    words(),
                    e -> errors.words(Failures.of(e).failure()));
            return new Repl(screen, output, parts, spring).run();
        }
    }

    private Map<Completion, List<String>> words() {
        return Map.of(
                Completion.FORMATS, settings.formats(),
                Completion.SETTINGS, List.copyOf(Setting.names()),
                Completion.SWITCH, List.of("on", "off"));
    }

    /** Where the prompt says that we are: as configured, known before any server has answered. */
    private Place place() {
        Target target = connections.target();
        Place known = place;
        if (known == null || !target.equals(placed)) {
            known = placeOf(target);
            place = known;
            placed = target;
        }
        return known;
    }

    private Place placeOf(Target target) {
        ServerHost host = target.hosts().get(0);
        @Nullable Environment environment = environments.matching(target).orElse(null);
        return new Place(
                target.user(),
                host.isSocket() ? "[local]" : host.name(),
                target.database(),
                environment == null ? null : environment.label(),
                environment == null ? null : environment.color());
    }
}
