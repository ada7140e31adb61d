package dev.dbsh.app;

import dev.dbsh.advice.Advice;
import dev.dbsh.advice.Suggestion;
import dev.dbsh.command.Arguments;
import dev.dbsh.command.ChangeCommand;
import dev.dbsh.command.Command;
import dev.dbsh.command.Operator;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Settings;
import dev.dbsh.command.Signature;
import dev.dbsh.command.StreamCommand;
import dev.dbsh.command.Word;
import dev.dbsh.command.condition.FailIf;
import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Server;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.SqlFailure;
import dev.dbsh.pg.TransactionState;
import dev.dbsh.report.Ending;
import dev.dbsh.report.Failure;
import dev.dbsh.report.Report;
import dev.dbsh.report.Unwanted;
import dev.dbsh.sequence.BehindRepair;
import dev.dbsh.session.Connect;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs one command and publishes what it answers, or why it failed and what to type next. */
final class CommandRun {
    private final Session session;
    private final Settings settings;
    private final Publisher publisher;
    private final Supplier<Operator> operator;
    private final @Nullable Runnable namesChanged;
    private final Changes changes = new Changes();
    private boolean versionSaid;

    /** @param namesChanged called when what Tab offers may be out of date; null where there is no Tab */
    CommandRun(
            Wiring wiring, Session session, Settings settings, Publisher publisher, @Nullable Runnable namesChanged) {
        this.session = session;
        this.settings = settings;
        this.publisher = publisher;
        this.operator = wiring::operator;
        this.namesChanged = namesChanged;
    }

    private static Optional<Suggestion> sequence(
            Session session, QualifiedName table, String column, @Nullable String value) {
        return new BehindRepair(session)
                .find(table, column, value)
                .map(standing -> Suggestion.of(standing.sentence(), standing.command()));
    }

    /** What all of them have changed so far. */
    Changes changes() {
        return changes;
    }

    /** @param statement what of SQL is run by it; null for none */
    ExitCode run(Command command, List<Word> words, @Nullable String statement, Publisher.Publication publication) {
        ExitCode code = answer(command, words, statement, publication);
        if (!versionSaid) {
            session.findServer().ifPresent(server -> {
                versionSaid = true;
                publisher.mention(server.version());
            });
        }
        return code;
    }

    /** The same for what an operator's statement does. */
    ExitCode runTyped(
            Command command, List<Word> words, @Nullable String statement, Publisher.Publication publication) {
        endWriteMode();
        try {
            return run(command, words, statement, publication);
        } finally {
            // Also when the answer could not be written: what was changed is changed.
            session.findOutcome().ifPresent(changes::lost);
            if (session.changed()) {
                changes.kept();
            }
        }
    }

    // Never inside a transaction: what it began with it may end with.
    private void endWriteMode() {
        boolean ends = settings.writeMode().isOver()
                && session.findServer().map(Server::mayWrite).orElse(false)
                && session.transaction() == TransactionState.NONE;
        if (ends) {
            session.allowWrites(false);
            settings.writeMode().off();
            publisher.warn("write mode is over: write on, to go on writing");
        }
    }

    private ExitCode answer(
            Command command, List<Word> words, @Nullable String statement, Publisher.Publication publication) {
        try {
            return runInto(publication, command, Arguments.of(command.signature(), words));
        } catch (Unwanted e) {
            return publication.leave();
        } catch (SqlFailure e) {
            Suggestion next = new Advice(session, CommandRun::sequence).on(e, statement);
            return publication.fail(Failures.of(e, next), statement);
        } catch (RuntimeException e) {
            return publication.fail(Failures.of(e), statement);
        }
    }

    private ExitCode runInto(Publisher.Publication publication, Command command, Arguments arguments) {
        Signature.Kind kind = command.signature().kind();
        if (command instanceof ReportCommand c) {
            Report<?> report = FailIf.run(c, arguments);
            publication.report(report);
            if (c instanceof Connect && namesChanged != null) {
                namesChanged.run();
            }
            return ExitCode.of(report.outcome(), FailIf.kind(c.signature(), arguments));
        }
        if (command instanceof ChangeCommand c) {
            endWriteMode();
            return new ChangeRun(session, settings, publisher, operator.get()).run(c, arguments, publication, changes);
        }
        Ending ending = ((StreamCommand) command).run(arguments, publication);
        Failure failure = ending.failure();
        if (failure != null) {
            return publication.fail(new Failures(failure, ExitCode.FAILED), null);
        }
        publication.finish(ending);
        return ExitCode.of(ending.outcome(), kind);
    }
}
