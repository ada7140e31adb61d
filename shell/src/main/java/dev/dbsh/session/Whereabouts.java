package dev.dbsh.session;

import dev.dbsh.pg.Server;
import dev.dbsh.pg.connect.Opened;

/** Where a session is, in one phrase. */
final class Whereabouts {
    private Whereabouts() {}

    /** {@code shop on 127.0.0.1:5432 as oncall, read-only} */
    static String of(Opened opened, Server server) {
        return server.database() + " on " + opened.host() + " as " + server.user() + ", "
                + (server.mayWrite() ? "write mode" : "read-only");
    }
}
