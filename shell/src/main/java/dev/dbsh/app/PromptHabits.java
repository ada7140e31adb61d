package dev.dbsh.app;

import dev.dbsh.command.Refusal;
import dev.dbsh.command.Settings;
import dev.dbsh.command.Word;
import dev.dbsh.command.Words;
import dev.dbsh.pg.Session;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Does at the prompt what one types in psql. */
final class PromptHabits {
    private static final String INDEXES = "select schemaname, tablename, indexname from pg_catalog.pg_indexes"
            + " where schemaname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1, 2, 3";
    private static final Pattern URI_OR_PAIRS = Pattern.compile("postgres(ql)?://.*|[a-z_]+\\s*=.*");

    /** These do something with the statement that they stand in. */
    private static final Set<String> TAKING = Set.of("\\g", "\\gx", "\\e", "\\watch");

    private final LineInterpreter interpreter;
    private final Session session;
    private final Settings settings;
    private final Publisher publisher;
    private String usualFormat;
    private @Nullable String last;
    private Editor editor = (text, file) -> {
        throw new IllegalStateException("nothing to edit with");
    };

    /** Lets a text be changed and puts it on the next line. */
    @FunctionalInterface
    interface Editor {
        /** @param file what is changed instead of the text; null for none */
        void edit(String text, @Nullable Path file) throws IOException, InterruptedException;
    }

    PromptHabits(LineInterpreter interpreter, Session session, Settings settings, Publisher publisher) {
        this.interpreter = interpreter;
        this.session = session;
        this.settings = settings;
        this.publisher = publisher;
        this.usualFormat = settings.format();
    }

    PromptHabits with(Editor program) {
        editor = program;
        return this;
    }

    /** Remembers the statement that runs, for what runs it again. */
    void ran(String statement) {
        last = statement;
    }

    /**
     * Runs a line that begins with a backslash.
     *
     * @param before the statement in front of it, which it ends; null when there is none
     */
    ExitCode run(String line, @Nullable String before) {
        List<Word> words = Words.of(line);
        String typed = words.get(0).raw();
        PsqlHabits.Habit habit = PsqlHabits.find(typed).orElseThrow(() -> PsqlHabits.unknown(typed));
        String word = habit.words().get(0);
        List<Word> arguments = words.subList(1, words.size());
        boolean takes = TAKING.contains(word);
        if (habit.way() == PsqlHabits.Way.TOLD) {
            throw Refusal.usage(typed + PsqlHabits.IS_OF_PSQL + " that dbsh does without", habit.here());
        }
        if (before != null && !takes) {
            throw Refusal.usage(typed + " stands inside of a statement; it was not run", "end the statement with ;");
        }
        if (habit.command() != null) {
            return command(habit.command(), arguments);
        }
        return switch (word) {
            case "\\d" -> describe(arguments, "tables");
            case "\\di" -> arguments.isEmpty() ? interpreter.runSql(INDEXES) : describe(arguments, "");
            case "\\x" -> expanded(arguments);
            case "\\c" -> connect(arguments);
            case "\\g" -> send(statement(before), arguments, false);
            case "\\e" -> edit(before, arguments);
            case "\\gx" -> send(statement(before), arguments, true);
            default -> watch(statement(before), arguments);
        };
    }

    private ExitCode command(String command, List<Word> arguments) {
        List<Word> words = new ArrayList<>(Words.of(command));
        words.addAll(arguments);
        return interpreter.run(words);
    }

    private ExitCode describe(List<Word> arguments, String otherwise) {
        if (arguments.isEmpty()) {
            return command(otherwise, List.of());
        }
        boolean isPattern = arguments.get(0).raw().replaceAll("\"[^\"]*\"", "").matches(".*[*?].*");
        return command(isPattern ? "tables" : "describe", arguments);
    }

    private ExitCode expanded(List<Word> arguments) {
        boolean vertical = settings.format().equals("vertical");
        String wanted = arguments.isEmpty()
                ? (vertical ? "off" : "on")
                : arguments.get(0).text();
        if (!vertical) {
            usualFormat = settings.format();
        }
        String before = usualFormat.equals("vertical") ? "table" : usualFormat;
        return switch (wanted) {
            case "on" -> command("format vertical", List.of());
            case "off" -> command("format " + before, List.of());
            case "auto" -> command("format table", List.of());
            default -> throw Refusal.usage("\\x " + wanted + " is unknown", "\\x takes one of: on off auto");
        };
    }

    private ExitCode connect(List<Word> arguments) {
        if (arguments.isEmpty()) {
            return command("connect", List.of());
        }
        if (URI_OR_PAIRS.matcher(arguments.get(0).text()).matches()) {
            return interpreter.run(words("connect", arguments.get(0).text()));
        }
        String[] keys = {"dbname", "user", "host", "port"};
        if (arguments.size() > keys.length) {
            throw Refusal.usage("\\c takes at most four words", "\\c [DATABASE [USER [HOST [PORT]]]]");
        }
        StringBuilder pairs = new StringBuilder();
        for (int i = 0; i < arguments.size(); i++) {
            String value = arguments.get(i).text();
            if (!value.equals("-")) {
                String quoted = value.replace("\\", "\\\\").replace("'", "\\'");
                pairs.append(pairs.isEmpty() ? "" : " ")
                        .append(keys[i])
                        .append("='")
                        .append(quoted)
                        .append('\'');
            }
        }
        return pairs.isEmpty()
                ? command("connect", List.of())
                : interpreter.run(words("connect", pairs.toString(), "--keep"));
    }

    private static List<Word> words(String... texts) {
        List<Word> words = new ArrayList<>();
        for (String text : texts) {
            words.add(Word.given(text));
        }
        return words;
    }

    private ExitCode edit(@Nullable String before, List<Word> arguments) {
        String statement = before == null ? last : before.stripTrailing();
        try {
            Path file = arguments.isEmpty() ? null : Path.of(arguments.get(0).text());
            editor.edit(statement == null ? "" : statement + ";", file);
            return ExitCode.OK;
        } catch (InterruptedException e) {
            return ExitCode.INTERRUPTED;
        } catch (IOException | InvalidPathException e) {
            throw Refusal.of(Refusal.Kind.NOT_POSSIBLE, "cannot edit: " + Look.reason(e), "VISUAL names the editor");
        }
    }

    private String statement(@Nullable String before) {
        String statement = before == null ? last : before.stripTrailing();
        if (statement == null) {
            throw Refusal.usage("no statement was run yet", "type one, ended by ;");
        }
        return statement;
    }

    private ExitCode watch(String statement, List<Word> arguments) {
        ran(statement);
        return new Repetition(interpreter, session, settings, publisher).run(statement, arguments);
    }

    private ExitCode send(String statement, List<Word> arguments, boolean vertical) {
        if (!arguments.isEmpty()) {
            throw Refusal.usage("\\g takes neither a file nor options here", "dbsh --output FILE -c STATEMENT");
        }
        String format = settings.format();
        if (vertical) {
            settings.format("vertical");
        }
        try {
            ran(statement);
            return interpreter.runSql(statement);
        } finally {
            settings.format(format);
        }
    }
}
