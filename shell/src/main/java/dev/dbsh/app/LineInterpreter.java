package dev.dbsh.app;

import static java.util.stream.Collectors.joining;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Command;
import dev.dbsh.command.CommandTable;
import dev.dbsh.command.Interpreter;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.Settings;
import dev.dbsh.command.Signature;
import dev.dbsh.command.Word;
import dev.dbsh.command.Words;
import dev.dbsh.pg.Patience;
import dev.dbsh.pg.Session;
import dev.dbsh.query.CopyCommand;
import dev.dbsh.query.RawSql;
import dev.dbsh.query.SqlRecord;
import dev.dbsh.report.Failure;
import dev.dbsh.session.Setting;
import dev.dbsh.sql.BrokenSql;
import dev.dbsh.sql.classify.Classified;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs what was typed, at the prompt and in batch alike: cut into units, one after the other, up to the first failure. */
final class LineInterpreter implements Interpreter {
    private static final int COPY = "copy".length();

    private final Wiring wiring;
    private final Inputs inputs;
    private final SqlRecord record;
    private final Session session;
    private final Settings settings;
    private final Publisher publisher;
    private final @Nullable Runnable namesChanged;
    private final CommandRun commands;
    private @Nullable InputStream input;
    private @Nullable PromptHabits habits;

    /** @param namesChanged called when what Tab offers may be out of date; null where there is no Tab */
    LineInterpreter(
            Wiring wiring, Session session, Settings settings, Publisher publisher, @Nullable Runnable namesChanged) {
        this.wiring = wiring;
        this.inputs = wiring.inputs();
        this.record = wiring.record();
        this.session = session;
        this.settings = settings;
        this.publisher = publisher;
        this.namesChanged = namesChanged;
        this.commands = new CommandRun(wiring, session, settings, publisher, namesChanged);
    }

    /** Says what {@code -} stands for where a file is named; without it nothing does. */
    LineInterpreter withInput(InputStream in) {
        input = in;
        return this;
    }

    /** Takes psql's commands too, as only a person at a prompt types them. */
    LineInterpreter withHabits(PromptHabits.Editor editor) {
        habits = new PromptHabits(this, session, settings, publisher).with(editor);
        return this;
    }

    Changes changes() {
        return commands.changes();
    }

    @Override
    public String missing(String text) {
        // Whoever types does not wait for the connection.
        BooleanSupplier known = () -> session.findServer().isEmpty() || session.standardConformingStrings();
        return Script.of(text, Setting.names(), known).missing();
    }

    @Override
    public int run(String text) {
        return runText(text, "").code();
    }

    /**
     * Runs a text that is at hand as a whole; nothing of it when it is not ended.
     *
     * @param name what it is called in a message about it; empty when that is clear
     */
    ExitCode runText(String text, String name) {
        try {
            script(text).check();
            return runAll(script(text), name);
        } catch (BrokenSql e) {
            return fail(e, name, "nothing of it was run");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs each unit of a stream as soon as it is complete. A statement without its semicolon is not run: what a broken pipe
     * cut off may be the WHERE of a DELETE.
     */
    ExitCode runStream(InputStream in, String name) throws IOException {
        record.beginBatch(new SqlRecord.Source(name, Map.of("from", name), false));
        ExitCode code = ExitCode.FAILED;
        try {
            code = runAll(new Script(in, Setting.names(), session::standardConformingStrings).withoutLooseEnd(), name);
            return code;
        } finally {
            record.endBatch(code != ExitCode.OK);
        }
    }

    private Script script(String text) {
        return Script.of(text, Setting.names(), session::standardConformingStrings);
    }

    private ExitCode runAll(Script script, String name) throws IOException {
        try {
            for (Script.Unit unit = script.next(); unit != null; unit = script.next()) {
                inputs.inline(unit.data());
                ExitCode code = unit.kind() == Script.Kind.SQL ? runTyped(unit.text()) : runLine(unit);
                if (code != ExitCode.OK || settings.leaving()) {
                    return code;
                }
            }
            return ExitCode.OK;
        } catch (BrokenSql e) {
            return fail(e, name, "from this statement on nothing was run");
        } catch (UncheckedIOException e) {
            // A COPY reads its data from the same text.
            if (e.getCause() instanceof BrokenSql broken) {
                return fail(broken, name, "nothing was copied");
            }
            throw e;
        } finally {
            inputs.inline(null);
        }
    }

    private ExitCode fail(BrokenSql e, String name, String so) {
        String where = name.isEmpty() ? "" : name + ", ";
        Failure failure = Failure.of(where + e.getMessage() + "; " + so).withHint(e.remedy());
        return publisher.begin("sql").fail(new Failures(failure, ExitCode.INPUT), null);
    }

    private ExitCode runTyped(String statement) {
        if (habits != null) {
            habits.ran(statement);
        }
        return runSql(statement);
    }

    private ExitCode runLine(Script.Unit unit) {
        try {
            PromptHabits known = habits;
            if (known != null && unit.text().startsWith("\\")) {
                return known.run(unit.text(), unit.before());
            }
            String line = unit.text();
            String copied = line.substring(Math.min(COPY, line.length()));
            boolean copies = line.regionMatches(true, 0, "copy", 0, COPY) && CopyCommand.isMeant(copied);
            return copies ? runCopy(List.of(Word.given(copied))) : run(Words.of(line));
        } catch (Refusal e) {
            return publisher.begin(unit.text()).fail(Failures.of(e), null);
        }
    }

    /** Runs one command given as words that need no more splitting. */
    ExitCode run(List<Word> words) {
        CommandTable table = wiring.table();
        CommandTable.Match match = table.match(words).orElse(null);
        if (match == null) {
            String first = words.get(0).text();
            Refusal unknown = PsqlHabits.refusal(first).orElseGet(() -> table.unknown(words));
            return publisher.begin(first).fail(Failures.of(unknown), null);
        }
        List<Word> rest = words.subList(match.words(), words.size());
        if (match.command() instanceof SqlFile) {
            return runFile(match.command().signature(), rest);
        }
        if (match.command() instanceof RawSql && !rest.isEmpty()) {
            if (SqlFile.isMeant(rest.get(0))) {
                return publisher.begin("sql").fail(Failures.of(SqlFile.misplaced(rest.get(0))), null);
            }
            return runText("sql " + rest.stream().map(Word::raw).collect(joining(" ")), "");
        }
        if (match.command() instanceof Watch) {
            return watch(rest);
        }
        Command command = match.command();
        if (command instanceof CopyCommand) {
            return runCopy(rest);
        }
        return commands.run(
                command, rest, null, publisher.begin(command.signature().name()));
    }

    private ExitCode watch(List<Word> words) {
        try {
            return new Watching(session, settings, publisher, Watch.request(words, wiring.table())).run();
        } catch (Refusal e) {
            return publisher.begin("watch").fail(Failures.of(e), null);
        }
    }

    private ExitCode runFile(Signature signature, List<Word> words) {
        try {
            SqlFile.Request request = SqlFile.request(Arguments.of(signature, words));
            return new FileRun(this, session, publisher).run(request, input);
        } catch (RuntimeException e) {
            return publisher.begin(signature.name()).fail(Failures.of(e), null);
        }
    }

    /** Runs one statement, by the rules for all of them. */
    ExitCode runSql(String statement) {
        return runSql(statement, publisher.begin("sql"));
    }

    ExitCode runSql(String statement, Publisher.Publication publication) {
        ExitCode code = commands.runTyped(wiring.sql(), List.of(Word.given(statement)), statement, publication);
        Runnable changed = namesChanged;
        if (code == ExitCode.OK && changed != null && Classified.of(statement).mayChangeNames()) {
            changed.run();
        }
        return code;
    }

    private ExitCode runCopy(List<Word> words) {
        String statement = CopyCommand.findStatement(words).orElse(null);
        return commands.runTyped(wiring.copy(), words, statement, publisher.begin("copy"));
    }

    Inputs inputs() {
        return inputs;
    }

    SqlRecord record() {
        return record;
    }

    @Override
    public boolean isLeaving() {
        return settings.leaving();
    }

    @Override
    public boolean stop(Consumer<String> says) {
        return session.stop(Patience.OF_A_PERSON, says);
    }
}
