package dev.dbsh.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** The staged incident: a server, a shop database with a bad night behind it, and an account for whoever is on call. */
public final class Demo implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final StagedSessions sessions;
    private final String version;

    private Demo(EmbeddedPostgres server, StagedSessions sessions, String version) {
        this.server = server;
        this.sessions = sessions;
        this.version = version;
    }

    /**
     * Starts everything; the caller closes it, and the end of the process does so too.
     *
     * @param binaries where the build put the server; an installed dbsh has none
     * @param progress is told what is going on, a line at a time
     */
    public static Demo start(Path binaries, Consumer<String> progress) {
        List<Binaries> releases = Binaries.in(binaries);
        if (releases.isEmpty()) {
            throw new DemoFailure("the demo's server is not part of an installed dbsh; "
                    + "in a checkout of its repository type: ./shell/dbsh demo");
        }
        Binaries newest = releases.get(releases.size() - 1);
        progress.accept("starting PostgreSQL " + newest.version() + " and staging an incident");
        EmbeddedPostgres server = EmbeddedPostgres.start(binaries, newest.major(), List.of(), progress);
        try {
            StagedSessions sessions = new StagedSessions(StagedShop.create(server.login()));
            sessions.begin();
            return new Demo(server, sessions, newest.version());
        } catch (SQLException | IOException e) {
            server.close();
            throw new DemoFailure("could not stage the incident: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** The account on call: no superuser, but one that sees everything and may mend it. */
    public Login login() {
        return server.login().to(StagedShop.DATABASE).as("oncall");
    }

    /** At most twelve lines: what is wrong, and what to type. */
    public String greeting() {
        return """
                PostgreSQL %s, database shop, and you are on call; the server goes when you quit
                what is wrong:
                  10 sequences are behind their tables since an import, 3 are used up or nearly
                  deploy-job waits for checkout-web, and whoever reads stock waits for deploy-job
                  %d sessions wait in all; 130 events in m10_recovery.outbox; a failed migration
                what to type:
                  sequences check          which inserts fail; sequences fix --all brings them past it
                  status                   where you are, and as whom
                  tables                   what is there; describe "Order Lines" shows one of them
                  locks                    who waits for whom, and what would free them
                  help, quit               any other SQL ends with a semicolon, as in psql
                psql gets in with PGPASSFILE=%s psql '%s'
                """.formatted(version, sessions.waiters(), server.passwordFile(), login().conninfo());
    }

    /** What is shown when nobody is there to type; it ends with the command that finds something. */
    public List<String> tour() {
        return List.of("status", "tables", "describe \"Order Lines\"", "locks", "sequences check");
    }

    @Override
    public void close() {
        server.close();
    }
}
