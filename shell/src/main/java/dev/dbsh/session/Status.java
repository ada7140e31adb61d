package dev.dbsh.session;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Signature;
import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.Server;
import dev.dbsh.pg.ServerVersion;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.TransactionState;
import dev.dbsh.pg.connect.Opened;
import dev.dbsh.report.Column;
import dev.dbsh.report.Meaning;
import dev.dbsh.report.Report;
import java.util.ArrayList;
import java.util.List;

/** {@code status}: the server, the role and what it may not see, and what holds for this session. */
public final class Status implements ReportCommand {
    private static final List<Column<Fact>> COLUMNS = List.of(
            Column.text("key", Fact::key),
            Column.<Fact>text("value", Fact::value).meaning(Fact::meaning));

    private final Session session;

    public Status(Session session) {
        this.session = session;
    }

    private record Fact(String key, String value, Meaning meaning) {
        static Fact of(String key, String value) {
            return new Fact(key, value, Meaning.PLAIN);
        }

        static Fact warning(String key, String value) {
            return new Fact(key, value, Meaning.WARNING);
        }
    }

    @Override
    public Signature signature() {
        return Signature.query(
                "status", Signature.Group.SESSION, "Server, role, mode, and what is hidden from you", "status");
    }

    @Override
    public Report<?> run(Arguments arguments) {
        Opened opened = session.opened();
        Server server = session.server();
        List<Fact> facts = new ArrayList<>();
        facts.add(version(server.version()));
        facts.add(Fact.of("database", server.database()));
        facts.add(Fact.of("host", opened.host().toString()));
        facts.add(encryption(opened));
        facts.add(role(server));
        facts.add(Fact.of("recovery", server.standby() ? "standby: nothing can be written here" : "primary"));
        facts.add(pooler(server));
        facts.add(mode(server));
        facts.add(Fact.of("transaction", words(session.transaction())));
        facts.add(hidden(server));
        if (opened.optionsRefused()) {
            facts.add(Fact.warning("settings", "the pooler took none: dbsh sets its limits in each transaction"));
        }
        return Report.ok(COLUMNS, facts, "connected to " + Whereabouts.of(opened, server));
    }

    private static Fact version(ServerVersion version) {
        return version.isSupported()
                ? Fact.of("server", "PostgreSQL " + version.text())
                : Fact.warning(
                        "server",
                        "PostgreSQL " + version.text() + ": dbsh is tested with " + ServerVersion.supported());
    }

    private static Fact encryption(Opened opened) {
        String tls = opened.tls();
        if (tls != null) {
            return Fact.of("encryption", tls);
        }
        return Fact.of("encryption", opened.host().isSocket() ? "none: a socket of this machine" : "none");
    }

    private static Fact role(Server server) {
        String switched = server.user().equals(server.systemUser())
                ? server.user()
                : server.user() + ", logged in as " + server.systemUser();
        return server.superuser()
                ? Fact.warning("role", switched + ", superuser: what you select runs with all rights")
                : Fact.of("role", switched);
    }

    private static Fact pooler(Server server) {
        return server.isPooled()
                ? Fact.warning(
                        "pooler",
                        "yes (pid " + server.driverPid() + " is not the server's " + server.backendPid()
                                + "), in a mode that it does not tell: each statement runs in a READ ONLY transaction of its"
                                + " own; the server itself is at " + server.ownAddress())
                : Fact.of("pooler", "none, pid " + server.backendPid());
    }

    private static Fact mode(Server server) {
        return server.mayWrite() ? Fact.warning("mode", "write") : Fact.of("mode", "read-only");
    }

    private static Fact hidden(Server server) {
        return server.statsHidden()
                ? Fact.warning(
                        "hidden",
                        "queries and clients of other roles: grant pg_monitor to " + Identifier.readable(server.user()))
                : Fact.of("hidden", "nothing in the statistics");
    }

    private static String words(TransactionState state) {
        return switch (state) {
            case NONE -> "none";
            case OPEN -> "open";
            case FAILED -> "failed: only rollback; is possible";
        };
    }
}
