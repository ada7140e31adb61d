package dev.dbsh.pg;

import java.sql.SQLException;
import org.postgresql.PGConnection;

/** Looks at a connection while nothing runs on it, and disturbs nothing. */
record Listening(Link link) {

    /** Fails when the server has ended the connection unasked. */
    void listen() {
        link.turns().whenIdle(() -> {
            SQLException ending = link.end().find();
            if (ending != null) {
                throw ended(new SqlFailure(ending, true));
            }
            if (link.transaction() == TransactionState.NONE
                    && link.opened().line().hasNotices()) {
                takeNotices();
            }
        });
    }

    private SqlFailure ended(SqlFailure ending) {
        return link.transaction() == TransactionState.NONE
                ? ending
                : ending.with(CommitOutcome.failed("the open transaction was not committed, the server rolls it back"
                        + link.footprint().beyondRollback()));
    }

    private void takeNotices() {
        try {
            link.connection().unwrap(PGConnection.class).getNotifications();
        } catch (SQLException e) {
            throw link.failure(e);
        }
    }
}
