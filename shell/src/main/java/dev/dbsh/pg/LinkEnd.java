package dev.dbsh.pg;

import dev.dbsh.pg.connect.Farewell;
import dev.dbsh.pg.connect.Opened;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.GT;

/** How a connection has ended, if it has, and its failures as the rest of dbsh knows them. */
final class LinkEnd {
    /** In place of the driver's words, which blame the sending for what came after it. */
    static final String LOST = "the connection was lost before the answer had come";

    private static final String SENDING = "An I/O error occurred while sending to the backend.";
    private static final String IN_STATEMENT_MODE = "statement pooling mode";

    private final Opened opened;
    private final Turns turns;
    private final Supplier<Server> server;
    private volatile @Nullable String givenUp;

    LinkEnd(Opened opened, Turns turns, Supplier<Server> server) {
        this.opened = opened;
        this.turns = turns;
        this.server = server;
    }

    /** Ends it from any thread, without a word to the server, which rolls back. */
    void giveUp(String why) {
        givenUp = why;
        opened.line().cut();
    }

    /** True when it did not break, but was ended from here. */
    boolean isGivenUp() {
        return givenUp != null;
    }

    /** The end, when it has come without being asked for; to be called by whoever has the turn. */
    @Nullable
    SQLException find() {
        Farewell farewell = opened.line().farewell();
        return farewell == null ? null : new SQLException(farewell.message(), farewell.sqlState());
    }

    SqlFailure failure(SQLException e) {
        String why = givenUp;
        if (why != null) {
            return new SqlFailure(new SQLException(why, "08006", e), true);
        }
        if (server.get().isPooled() && String.valueOf(e.getMessage()).contains(IN_STATEMENT_MODE)) {
            return new SqlFailure(inStatementMode(e), true);
        }
        if (GT.tr(SENDING).equals(e.getMessage())) {
            return new SqlFailure(new SQLException(LOST, e.getSQLState(), e), true);
        }
        // The driver does not yet count the connection of a terminated backend as closed.
        boolean lost = Breakage.isOf(e) || isClosed();
        return new SqlFailure(e, lost, turns.isCancelled() && Link.CANCELLED.equals(e.getSQLState()));
    }

    // It gives the server up over a transaction that has failed, and what the server had said is lost with that.
    private SQLException inStatementMode(SQLException e) {
        return new SQLException(
                "the statement failed, and the pooler, which is in statement mode, does not tell why; "
                        + server.get().wayAround(),
                e.getSQLState(),
                e);
    }

    private boolean isClosed() {
        try {
            return opened.connection().isClosed();
        } catch (SQLException e) {
            return true;
        }
    }
}
