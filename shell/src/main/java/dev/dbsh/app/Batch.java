package dev.dbsh.app;

import dev.dbsh.command.Refusal;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.TransactionState;
import dev.dbsh.report.Failure;
import dev.dbsh.sql.classify.Classified;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Runs a call without a prompt: texts of {@code -c}, one command, or what standard input holds. Stops at a failure. */
final class Batch {
    private final LineInterpreter interpreter;
    private final Session session;
    private final Publisher publisher;
    private final List<String> tour;

    /** @param tour what is run when nothing is named and standard input is empty */
    Batch(LineInterpreter interpreter, Session session, Publisher publisher, List<String> tour) {
        this.interpreter = interpreter;
        this.session = session;
        this.publisher = publisher;
        this.tour = tour;
    }

    ExitCode run(Call call, InputStream in) throws IOException {
        ExitCode code = call.command().isEmpty() ? texts(call, in) : interpreter.run(call.command());
        return leftOpen(code);
    }

    private ExitCode texts(Call call, InputStream in) throws IOException {
        if (call.commands().isEmpty()) {
            return stream(in);
        }
        // Time that is spent waiting for the server otherwise; what was loaded for it stays.
        Classified.of(call.commands().get(0));
        for (String text : call.commands()) {
            ExitCode code = interpreter.runText(text, "-c");
            if (code != ExitCode.OK || interpreter.isLeaving()) {
                return code;
            }
        }
        return ExitCode.OK;
    }

    /** Runs each unit as soon as it is complete, so that a pipe that never ends is served too. */
    private ExitCode stream(InputStream in) throws IOException {
        BufferedInputStream heard = new BufferedInputStream(in);
        heard.mark(1);
        if (heard.read() < 0 && !tour.isEmpty()) {
            return tour();
        }
        heard.reset();
        ExitCode code = interpreter.runStream(heard, "standard input");
        if (code == ExitCode.OK && !interpreter.isLeaving()) {
            // Nothing to run is no reason to pretend that the server was there.
            session.server();
        }
        return code;
    }

    /** Shows what the commands find; that they find something is the point of a tour, and no error. */
    private ExitCode tour() {
        for (String text : tour) {
            publisher.say("dbsh> " + text);
            ExitCode code = interpreter.runText(text, "");
            publisher.say("");
            if (code != ExitCode.OK && code != ExitCode.FINDINGS) {
                return code;
            }
        }
        return ExitCode.OK;
    }

    private ExitCode leftOpen(ExitCode code) {
        boolean connected = code == ExitCode.OK && session.findServer().isPresent();
        if (!connected || session.transaction() == TransactionState.NONE) {
            return code;
        }
        Failure failure =
                Failure.of("the transaction was left open: it is rolled back").withHint("commit;");
        return publisher.begin("sql").fail(new Failures(failure, ExitCode.FAILED), null);
    }

    /** What a call without a terminal cannot do. */
    static Refusal needsTerminal(String what) {
        return Refusal.of(
                Refusal.Kind.NEEDS_HUMAN, what + " needs a terminal", "give commands with -c, or on standard input");
    }
}
