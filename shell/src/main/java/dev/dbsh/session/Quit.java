package dev.dbsh.session;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Settings;
import dev.dbsh.command.Signature;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.TransactionState;
import dev.dbsh.report.Report;

/** {@code quit}: leaves the shell. */
public final class Quit implements ReportCommand {
    private final Session session;
    private final Settings settings;

    public Quit(Session session, Settings settings) {
        this.session = session;
        this.settings = settings;
    }

    @Override
    public Signature signature() {
        return Signature.local("quit", Signature.Group.SESSION, "Leave the shell", "quit");
    }

    @Override
    public Report<?> run(Arguments arguments) {
        settings.leave();
        boolean open = session.findServer().isPresent() && session.transaction() != TransactionState.NONE;
        return Report.said(open ? "the open transaction is rolled back" : "");
    }
}
