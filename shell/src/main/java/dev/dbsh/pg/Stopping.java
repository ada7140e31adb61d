package dev.dbsh.pg;

import dev.dbsh.pg.connect.CancelRequest;
import dev.dbsh.pg.connect.ConnectFailure;
import dev.dbsh.pg.connect.Opened;
import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Consumer;

/**
 * Stops the statement that runs, harder with every step: a cancel request, {@code pg_cancel_backend} from a second
 * session, the end of the connection. A step comes when the one before has not helped in its time, or when the end is
 * asked for again. Whoever starts it does not wait for it.
 */
final class Stopping {
    private static final Sql CANCEL = Sql.of(Stopping.class, "cancel-backend.sql");
    private static final int ANSWER_MILLIS = 60_000;
    private static final int CONNECT_MILLIS = 5_000;
    // So long the second step has in any case: whoever holds Ctrl-C down does not mean the connection.
    private static final long AT_LEAST_MILLIS = 1_000;

    private final Link link;
    private final Turns turns;
    private final long turn;
    private final Patience patience;
    private final Consumer<String> says;

    /** @param says takes what a person should know meanwhile, line by line */
    Stopping(Link link, Patience patience, Consumer<String> says) {
        this.link = link;
        this.turns = link.turns();
        this.turn = turns.current();
        this.patience = patience;
        this.says = says;
    }

    void start() {
        inBackground("dbsh-stop", () -> {
            try {
                run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void run() throws InterruptedException {
        shoot(this::cancelRequest);
        if (turns.awaitEnd(turn, 1, patience.first().toMillis())) {
            return;
        }
        // Behind a pooler nobody knows which of its server's processes runs the statement at this moment.
        shoot(link.server().isPooled() ? this::cancelRequest : this::cancelFromBeside);
        long atLeast = Math.min(AT_LEAST_MILLIS, patience.second().toMillis());
        if (turns.awaitEnd(turn, Integer.MAX_VALUE, atLeast)) {
            return;
        }
        says.accept("the statement has not stopped; Ctrl-C again gives the connection up");
        if (!turns.awaitEnd(turn, turns.presses(), patience.second().toMillis() - atLeast)) {
            link.end().giveUp("the statement did not stop: the connection was given up");
        }
    }

    private void cancelRequest() throws IOException {
        try (CancelRequest request = link.opened().line().cancelRequest(CONNECT_MILLIS)) {
            if (!turns.aim(turn)) {
                return;
            }
            boolean settled = true;
            try {
                settled = request.send(ANSWER_MILLIS);
            } finally {
                if (settled) {
                    turns.landed();
                }
            }
        }
    }

    private void cancelFromBeside() throws SQLException {
        Identity identity = link.identity();
        if (identity == null) {
            throw new SQLException("the server does not say which process it is: pg_control_system is not allowed");
        }
        Opened beside = link.opened().line().beside(CONNECT_MILLIS);
        beside.connection().setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
        try (Link side = Link.over(beside, "")) {
            if (!turns.aim(turn)) {
                return;
            }
            side.list(
                    Reads.CATALOG,
                    CANCEL,
                    row -> row.flag("cancelled"),
                    link.server().backendPid(),
                    identity.backendStarted());
            turns.landed();
        }
    }

    /** One way to cancel; it announces its request when it is about to be sent. */
    private interface Shot {
        void fire() throws IOException, SQLException;
    }

    private void shoot(Shot shot) {
        inBackground("dbsh-cancel", () -> {
            try {
                shot.fire();
            } catch (IOException | SQLException | SqlFailure | ConnectFailure e) {
                says.accept("the statement cannot be cancelled: " + e.getMessage());
            }
        });
    }

    private static void inBackground(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
