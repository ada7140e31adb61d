package dev.dbsh.lock;

import dev.dbsh.pg.Beside;
import dev.dbsh.pg.Lists;
import dev.dbsh.pg.Server;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.TransactionState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From where the sessions of a server are looked at: the operator's own, or while that one is in a transaction one beside
 * it. In a transaction the statistics stand still, and a failed one answers nothing.
 */
final class Lookout implements AutoCloseable {
    private final Session session;
    private final @Nullable Beside beside;

    private Lookout(Session session, @Nullable Beside beside) {
        this.session = session;
        this.beside = beside;
    }

    static Lookout of(Session session) {
        boolean free = session.transaction() == TransactionState.NONE;
        return new Lookout(session, free ? null : session.findAnother().orElse(null));
    }

    Lists lists() {
        return beside == null ? session : beside;
    }

    /** True when each look sees what is so at that moment. */
    boolean isFresh() {
        return beside != null || session.transaction() == TransactionState.NONE;
    }

    /** The processes of the server that work for this one, but for the one that answers. */
    Integer[] own() {
        List<Integer> own = new ArrayList<>();
        Server server = session.server();
        // Behind a pooler it works for somebody else by now.
        if (!server.isPooled()) {
            own.add(server.backendPid());
        }
        if (beside != null) {
            own.add(beside.pid());
        }
        return own.toArray(Integer[]::new);
    }

    @Override
    public void close() {
        if (beside != null) {
            beside.close();
        }
    }
}
