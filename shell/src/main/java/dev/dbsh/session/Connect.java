package dev.dbsh.session;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Option;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Signature;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.TransactionState;
import dev.dbsh.pg.connect.ConnectRequest;
import dev.dbsh.report.Report;
import java.util.Optional;

/** {@code connect [CONNECTION] [--keep]}: somewhere else, or again after a loss. What was lost is said; nothing is repeated. */
public final class Connect implements ReportCommand {
    private static final Parameter CONNECTION =
            Parameter.optional("CONNECTION", Parameter.Takes.TEXT, Completion.ENVIRONMENTS);

    private static final Option KEEP = Option.flag("--keep", "keep what CONNECTION does not name as it is now");

    private final Session session;
    private final Connections connections;

    public Connect(Session session, Connections connections) {
        this.session = session;
        this.connections = connections;
    }

    @Override
    public Signature signature() {
        return Signature.local("connect", Signature.Group.SESSION, "Connect again, or to another server", "connect")
                .taking(CONNECTION)
                .with(KEEP);
    }

    @Override
    public Report<?> run(Arguments arguments) {
        Optional<String> to = arguments.find(CONNECTION);
        Optional<Session.Loss> loss = to.isPresent() ? change(to.get(), arguments.has(KEEP)) : connections.again();
        String where = "connected to " + Whereabouts.of(session.opened(), session.server());
        return Report.said(loss.map(lost -> where + "; " + words(lost)).orElse(where));
    }

    private Optional<Session.Loss> change(String to, boolean keep) {
        ConnectRequest request = ConnectRequest.to(to);
        return keep ? connections.changePart(request) : connections.change(request);
    }

    private static String words(Session.Loss loss) {
        String transaction =
                loss.transaction() == TransactionState.NONE ? "" : "the open transaction was rolled back; ";
        return transaction + "settings, role, temporary tables, advisory locks and LISTENs of the old session are gone";
    }
}
