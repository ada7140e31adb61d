package dev.dbsh.session;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Operator;
import dev.dbsh.command.Question;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Settings;
import dev.dbsh.command.Signature;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.TransactionState;
import dev.dbsh.report.Report;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** {@code quit}: leaves the shell. An open transaction is asked about; without an answer it is rolled back. */
public final class Quit implements ReportCommand {
    private static final Question QUESTION = Question.choice(
            "a transaction is open; without an answer it is rolled back",
            List.of("commit", "rollback", "stay"),
            "rollback",
            Duration.ofSeconds(30));

    private final Session session;
    private final Settings settings;
    private final Supplier<Operator> operator;

    public Quit(Session session, Settings settings, Supplier<Operator> operator) {
        this.session = session;
        this.settings = settings;
        this.operator = operator;
    }

    @Override
    public Signature signature() {
        return Signature.local("quit", Signature.Group.SESSION, "Leave the shell", "quit");
    }

    @Override
    public Report<?> run(Arguments arguments) {
        TransactionState state = session.findServer().isPresent() ? session.transaction() : TransactionState.NONE;
        return switch (state) {
            case NONE -> leaving("");
            case FAILED -> leaving("the failed transaction is rolled back");
            case OPEN -> leavingTransaction(operator.get().ask(QUESTION));
        };
    }

    private Report<?> leavingTransaction(String answer) {
        return switch (answer) {
            case "commit" -> {
                session.commit();
                yield leaving("committed");
            }
            case "stay" -> Report.said("the transaction is still open: commit; or rollback;");
            default -> leaving("the open transaction is rolled back");
        };
    }

    private Report<?> leaving(String words) {
        settings.leave();
        return Report.said(words);
    }
}
