package dev.dbsh.session;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Option;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Signature;
import dev.dbsh.command.WriteMode;
import dev.dbsh.pg.Loss;
import dev.dbsh.pg.Server;
import dev.dbsh.pg.Session;
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
    private final WriteMode mode;

    public Connect(Session session, Connections connections, WriteMode mode) {
        this.session = session;
        this.connections = connections;
        this.mode = mode;
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
        Optional<Loss> loss = to.isPresent() ? change(to.get(), arguments.has(KEEP)) : connections.again();
        String writing = endWriteMode();
        String where = "connected to " + Whereabouts.of(session.opened(), session.server());
        return Report.said(where + loss.map(LossWords::of).orElse("") + writing);
    }

    private Optional<Loss> change(String to, boolean keep) {
        ConnectRequest request = ConnectRequest.to(to);
        return keep ? connections.changePart(request) : connections.change(request);
    }

    // What was allowed for a while was allowed in the session that there was; what was allowed for the call still is.
    private String endWriteMode() {
        boolean forAWhile = mode.left().isPresent();
        boolean wasOn = mode.isOn();
        if (forAWhile) {
            mode.off();
        }
        Server server = session.server();
        if (!mode.isOn() && !server.readOnly() && !server.isPooled()) {
            session.allowWrites(false);
        }
        return forAWhile && wasOn ? "; write mode is off now: write on" : "";
    }
}
