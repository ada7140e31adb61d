package dev.dbsh.app;

import dev.dbsh.catalog.DatabaseList;
import dev.dbsh.catalog.Describe;
import dev.dbsh.catalog.FunctionList;
import dev.dbsh.catalog.RoleList;
import dev.dbsh.catalog.SchemaList;
import dev.dbsh.catalog.TableList;
import dev.dbsh.command.Command;
import dev.dbsh.command.CommandTable;
import dev.dbsh.command.Operator;
import dev.dbsh.command.Progress;
import dev.dbsh.command.Settings;
import dev.dbsh.journal.Journal;
import dev.dbsh.journal.JournalList;
import dev.dbsh.lock.ActivityList;
import dev.dbsh.lock.AdvisoryList;
import dev.dbsh.lock.LockAdvise;
import dev.dbsh.lock.LockCheck;
import dev.dbsh.lock.LockList;
import dev.dbsh.lock.SendSignal;
import dev.dbsh.pg.Session;
import dev.dbsh.query.CopyCommand;
import dev.dbsh.query.RawSql;
import dev.dbsh.query.SqlRecord;
import dev.dbsh.query.Typed;
import dev.dbsh.report.Failure;
import dev.dbsh.sequence.SequenceCheck;
import dev.dbsh.sequence.SequenceExplain;
import dev.dbsh.sequence.SequenceFix;
import dev.dbsh.sequence.SequenceForecast;
import dev.dbsh.sequence.SequenceList;
import dev.dbsh.sequence.SequenceShow;
import dev.dbsh.sequence.SequenceUndo;
import dev.dbsh.session.ChangeFormat;
import dev.dbsh.session.Connect;
import dev.dbsh.session.Connections;
import dev.dbsh.session.Help;
import dev.dbsh.session.History;
import dev.dbsh.session.Quit;
import dev.dbsh.session.SetSetting;
import dev.dbsh.session.Status;
import dev.dbsh.session.SwitchTiming;
import dev.dbsh.session.Write;
import dev.dbsh.sql.classify.Classifier;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one place where commands are made and given what they need. */
final class Wiring {
    private final Session session;
    private final Settings settings;
    private final Connections connections;
    private final Inputs inputs;
    private final Outside outside;
    private final Journal journal;
    private final SqlRecord record;
    private final RawSql sql;
    private final CopyCommand copy;
    private @Nullable CommandTable table;

    /**
     * What commands take from, and give to, the world outside.
     *
     * @param typed everything that was typed, oldest first
     * @param notices takes what the server wants to be known while a typed statement runs
     * @param operator whom a change asks; known only when a command runs
     * @param progress is told how far a command is that takes its time
     * @param in what a COPY reads that names no file
     * @param state where is kept what outlasts a call
     */
    record Outside(
            Supplier<List<History.Typed>> typed,
            Consumer<Failure> notices,
            Supplier<Operator> operator,
            Progress progress,
            InputStream in,
            Path state) {}

    Wiring(Session session, Settings settings, Connections connections, Outside outside) {
        this.session = session;
        this.settings = settings;
        this.connections = connections;
        this.inputs = new Inputs(outside.in());
        this.outside = outside;
        this.journal = new Journal(outside.state().resolve("journal.jsonl"));
        this.record = new SqlRecord(session, journal, settings.writeMode(), outside.notices());
        Typed typed = new Typed(session, outside.notices(), record);
        this.sql = new RawSql(typed, outside.operator(), inputs);
        this.copy = new CopyCommand(typed, inputs);
    }

    /** Every command; made when first asked for, because a call of SQL alone needs none of the others. */
    CommandTable table() {
        CommandTable made = table;
        if (made == null) {
            made = new CommandTable(commands(), Classifier::firstWords);
            table = made;
        }
        return made;
    }

    /** Runs what is typed as SQL. */
    RawSql sql() {
        return sql;
    }

    CopyCommand copy() {
        return copy;
    }

    Inputs inputs() {
        return inputs;
    }

    /** What is recorded of typed SQL. */
    SqlRecord record() {
        return record;
    }

    /** Whom a change asks. */
    Operator operator() {
        return outside.operator().get();
    }

    private List<Command> commands() {
        return List.of(
                new SequenceList(session, outside.progress()),
                new SequenceCheck(session, outside.progress()),
                new SequenceShow(session),
                new SequenceExplain(session),
                new SequenceForecast(session, outside.progress()),
                new SequenceFix(session, journal, outside.progress()),
                new SequenceUndo(session, journal),
                new LockList(session),
                new LockCheck(session),
                new AdvisoryList(session),
                new LockAdvise(session),
                new ActivityList(session),
                SendSignal.cancel(session, journal),
                SendSignal.terminate(session, journal),
                new Describe(session),
                new TableList(session),
                new FunctionList(session),
                new SchemaList(session),
                new RoleList(session),
                new DatabaseList(session),
                sql,
                copy,
                new SqlFile(),
                new Watch(),
                new Status(session),
                new Connect(session, connections, settings.writeMode()),
                new SetSetting(settings),
                new ChangeFormat(settings),
                new SwitchTiming(settings),
                new Write(session, settings.writeMode(), outside.operator()),
                new History(outside.typed()),
                new JournalList(journal),
                new Help(this::table),
                new Quit(session, settings, outside.operator()));
    }
}
