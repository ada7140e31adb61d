package dev.dbsh.sequence;

import dev.dbsh.command.Refusal;
import dev.dbsh.pg.Server;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.TransactionState;

/** Where sequences can be moved at all. */
final class MoveCheck {
    private MoveCheck() {}

    /** Refuses on a standby, behind a pooler and in a transaction of the operator's. */
    static void check(Session session) {
        Server server = session.server();
        if (server.standby()) {
            throw Refusal.of(
                    Refusal.Kind.GUARD_RAIL,
                    "this is a standby: its sequences follow the primary's, nothing was changed",
                    "connect to the primary");
        }
        if (server.isPooled()) {
            throw Refusal.of(
                    Refusal.Kind.GUARD_RAIL,
                    "nothing is changed through a pooler: what a session is set to does not hold there",
                    "connect to the server's own port");
        }
        if (session.transaction() != TransactionState.NONE) {
            throw Refusal.of(
                    Refusal.Kind.NOT_POSSIBLE,
                    "a transaction is open: what it has written is not seen by others yet, nothing was changed",
                    "commit; or rollback; first");
        }
    }
}
