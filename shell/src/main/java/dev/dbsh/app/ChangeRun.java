package dev.dbsh.app;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Change;
import dev.dbsh.command.ChangeCommand;
import dev.dbsh.command.Operator;
import dev.dbsh.command.Question;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.Settings;
import dev.dbsh.command.WriteMode;
import dev.dbsh.pg.Server;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.SqlFailure;
import dev.dbsh.report.Report;
import dev.dbsh.report.ReportSink;

/** Shows what a command would change, asks, and has it done. */
final class ChangeRun {
    private final Session session;
    private final Settings settings;
    private final Publisher publisher;
    private final Operator operator;

    ChangeRun(Session session, Settings settings, Publisher publisher, Operator operator) {
        this.session = session;
        this.settings = settings;
        this.publisher = publisher;
        this.operator = operator;
    }

    /** @param changes is told what was changed, or may have been */
    ExitCode run(ChangeCommand command, Arguments arguments, Publisher.Publication publication, Changes changes) {
        Change change = command.plan(arguments);
        Question question = change.question();
        if (question == null) {
            return publish(change.work().get(), command, publication, changes);
        }
        if (!operator.isPerson()) {
            agree(question, change.plan(), publication);
        }
        Publisher.Publication answer = publication;
        if (operator.isPerson() || settings.isForPeople()) {
            publication.report(change.plan());
            answer = publisher.begin(command.signature().name());
        }
        if (operator.isPerson() && isReadOnly(session.server())) {
            return answer.fail(Failures.of(readOnly()), null);
        }
        if (operator.isPerson() && !operator.confirms(question)) {
            publisher.say("nothing was changed");
            return ExitCode.DECLINED;
        }
        return publish(change.work().get(), command, answer, changes);
    }

    /** Without a person, what the call said beforehand counts; when it said nothing, the plan is what it gets. */
    private void agree(Question question, Report<?> plan, Publisher.Publication publication) {
        try {
            operator.ask(question);
        } catch (Refusal e) {
            rows(plan, publication);
            throw e;
        }
    }

    // Where nothing can be written the mode says nothing: a signal is no writing, and a standby has sessions, too.
    private static boolean isReadOnly(Server server) {
        return server.canWrite() && !server.mayWrite();
    }

    // The prompt says read-only, and so it is.
    private static Refusal readOnly() {
        return Refusal.of(Refusal.Kind.GUARD_RAIL, "this session is read-only: nothing was changed", WriteMode.HINT);
    }

    private static ExitCode publish(
            Change.Done done, ChangeCommand command, Publisher.Publication publication, Changes changes) {
        if (done.changed()) {
            changes.kept();
        }
        RuntimeException trouble = done.trouble();
        if (trouble == null) {
            publication.report(done.report());
            return ExitCode.of(done.report().outcome(), command.signature().kind());
        }
        if (trouble instanceof SqlFailure failure && failure.outcome() != null) {
            changes.lost(failure.outcome());
        }
        rows(done.report(), publication);
        return publication.fail(Failures.of(trouble), null);
    }

    private static <R> void rows(Report<R> report, Publisher.Publication publication) {
        ReportSink.RowSink<R> rows = publication.start(report.columns());
        report.rows().forEach(rows::row);
    }
}
