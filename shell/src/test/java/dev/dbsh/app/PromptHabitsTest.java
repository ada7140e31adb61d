package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.command.Progress;
import dev.dbsh.command.Settings;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.connect.Connector;
import dev.dbsh.pg.connect.SessionDefaults;
import dev.dbsh.pg.connect.Surroundings;
import dev.dbsh.render.CheckedOutput;
import dev.dbsh.render.Format;
import dev.dbsh.render.Palette;
import dev.dbsh.render.Renderers;
import dev.dbsh.session.Connections;
import dev.dbsh.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What one types in psql, typed at the prompt. */
class PromptHabitsTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.with("drifted-sequences");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> edited = new ArrayList<>();
    private Session session;
    private LineInterpreter interpreter;

    @BeforeEach
    void connect() {
        session = DATABASE.session();
        Settings settings = new Settings(Format.words());
        ErrorLines errors = new ErrorLines(err, Palette.PLAIN);
        Connections connections = new Connections(session, new Connector(Surroundings.of(Map.of())));
        connections.prepare(new SessionDefaults("dbsh test", List.of()), message -> null);
        StandardOutput output = new StandardOutput(CheckedOutput.standardOutput(out), null);
        Publisher publisher = new Publisher(
                settings,
                () -> Renderers.of(Format.find(settings.format()).orElseThrow(), null, Palette.PLAIN),
                output,
                errors);
        interpreter = new LineInterpreter(
                        new Wiring(
                                session,
                                settings,
                                connections,
                                new Wiring.Outside(
                                        List::of,
                                        errors::notice,
                                        () -> BatchOperator.NOBODY,
                                        Progress.UNSEEN,
                                        InputStream.nullInputStream(),
                                        Path.of("/nonexistent"))),
                        session,
                        settings,
                        publisher,
                        () -> {})
                .withHabits((text, file) -> edited.add(text + " in " + file));
    }

    /** What the line gives, errors marked with {@code !}. */
    private String typed(String line) {
        out.reset();
        err.reset();
        int code = interpreter.run(line);
        String answer = Job.answer(out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), code);
        return answer.replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", "<time>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    \\d                 | tables
                    \\d orders          | describe orders
                    \\d+ public.orders  | describe public.orders
                    \\d "Order Lines"   | describe "Order Lines"
                    \\d ord*            | tables ord*
                    \\dt                | tables
                    \\dt+ ord*          | tables ord*
                    \\dtvS              | tables
                    \\dv *.orders;      | tables *.orders
                    \\dt or?er?         | tables or?er?
                    \\d or?ers          | tables or?ers
                    \\ds public.*       | sequences public.*
                    \\di orders         | describe orders
                    \\df nextv*         | functions nextv*
                    \\dn+               | schemas
                    \\du                | roles
                    \\l+                | databases
                    \\timing off        | timing off
                    \\conninfo          | status
                    \\?                 | help
                    \\h tables          | help tables
                    \\s 5               | history 5
                    """)
    void lineIsTheCommand(String line, String command) {
        String expected = typed(command);

        assertThat(expected).contains("[exit 0]");
        assertThat(typed(line)).isEqualTo(expected);
    }

    static Stream<String> toldWords() {
        return PsqlHabits.all().stream()
                .filter(habit -> habit.way() == PsqlHabits.Way.TOLD)
                .flatMap(habit -> habit.words().stream());
    }

    @ParameterizedTest
    @MethodSource("toldWords")
    void restOfPsqlIsAnErrorThatNamesWhatIsHere(String word) {
        assertThat(typed("select 1 as a; " + word))
                .isEqualTo("""
                a
                1

                1 row
                ! error: WORD is a command of psql that dbsh does without
                !   hint:   HERE
                [exit 64]
                """.replace("WORD", word).replace("HERE", PsqlHabits.here(word)));
    }

    @Test
    void unknownWordIsToldTheNearest() {
        assertThat(typed("\\timeing")).isEqualTo("""
                ! error: there is no \\timeing
                !   hint:   did you mean \\timing?
                [exit 64]
                """);
        assertThat(typed("\\yyyyyyyy")).startsWith("""
                ! error: there is no \\yyyyyyyy
                !   hint:   of psql's commands these work: \\d \\dt \\dv""");
    }

    @Test
    void indexesAreListed() {
        assertThat(typed("\\di")).contains("\npublic      orders        orders_pkey\n");
    }

    @Test
    void expandedGoesBackToWhatItWas() {
        assertThat(typed("format markdown\n\\x\n\\x\n\\x on\n\\x on\n\\x off\n\\x auto"))
                .isEqualTo("""
                format is markdown
                format is vertical
                format is markdown
                format is vertical
                format is vertical
                format is markdown
                format is table
                [exit 0]
                """);
        assertThat(typed("\\x maybe")).startsWith("! error: \\x maybe is unknown\n");
    }

    @Test
    void statementRunsAgain() {
        assertThat(typed("\\g")).startsWith("! error: no statement was run yet\n");
        assertThat(typed("select 1 as a \\g")).isEqualTo("a\n1\n\n1 row\n[exit 0]\n");
        assertThat(typed("\\g")).isEqualTo("a\n1\n\n1 row\n[exit 0]\n");
        assertThat(typed("select 2 as b; status\n")).contains("\nb\n".substring(1));
        assertThat(typed("\\gx")).startsWith("-[ 1 ]-\nb | 2\n").endsWith("1 row\n[exit 0]\n");
        assertThat(typed("select 3 as c \\g\nselect 4 as d \\gx\nselect 5 as e;"))
                .contains("c\n3\n")
                .contains("d | 4\n")
                .contains("e\n5\n");
        assertThat(typed("select 1 \\g /tmp/x")).startsWith("! error: \\g takes neither a file nor options here\n");
    }

    @Test
    void lastStatementIsEdited() {
        typed("\\e\nselect 1\nas a;\n\\e\nselect 2 \\e\n\\e a.sql");

        assertThat(edited)
                .containsExactly(
                        " in null", "select 1\nas a; in null", "select 2; in null", "select 1\nas a; in a.sql");
    }

    @Test
    void commandInsideOfAStatementIsNotRun() {
        assertThat(typed("select 1 \\x \\g")).isEqualTo("""
                ! error: \\x stands inside of a statement; it was not run
                !   hint:   end the statement with ;
                [exit 64]
                """);
    }

    @Test
    void statementIsWatched() {
        assertThat(typed("select 1 as a \\watch c=2 i=0.1")).isEqualTo("""
                <time> (every 0.1 s)
                a
                1

                1 row

                <time> (every 0.1 s)
                a
                1

                1 row
                [exit 0]
                """);
        assertThat(typed("select 1/0 as a \\watch 1")).isEqualTo("""
                <time> (every 1 s)
                ! error 22012: division by zero
                [exit 1]
                """);
        assertThat(typed("\\watch 0.05")).startsWith("! error: \"0.05\" is no interval\n");
        assertThat(typed("\\watch c=0")).startsWith("! error: \"0\" is no count\n");
    }

    @Test
    void fileIsRun(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("my file.sql"), "select 1 as a;\n\\d\n");

        assertThat(typed("\\i '" + file + "'"))
                .isEqualTo("! error: " + file
                        + ", line 2, column 1: \\d is a command of psql; nothing was run\n"
                        + "!   hint:   describe NAME, or tables\n[exit 65]\n");
        Files.writeString(file, "select 1 as a;\n");
        assertThat(typed("\\i '" + file + "'")).isEqualTo("a\n1\n\n1 row\n[exit 0]\n");
        assertThat(typed("\\i missing.sql")).startsWith("! error: missing.sql does not exist; nothing was run\n");
        assertThat(typed("\\i -")).startsWith("! error: - is standard input, which what is typed comes from;");
    }

    @Test
    void connectionKeepsWhatIsNotNamed() {
        String role = DATABASE.role("").user();
        String before = session.server().database();

        assertThat(typed("\\c postgres")).startsWith("connected to ").endsWith("[exit 0]\n");
        assertThat(session.server().database()).isEqualTo("postgres");
        assertThat(typed("\\c " + before)).endsWith("[exit 0]\n");
        assertThat(session.server().database()).isEqualTo(before);
        typed("\\c - " + role);
        assertThat(typed("\\c - - - 1")).contains("[exit 7]");
        assertThat(session.opened().host())
                .isEqualTo(DATABASE.session().opened().host());
        assertThat(typed("\\c a b c d e")).startsWith("! error: \\c takes at most four words\n");
    }
}
