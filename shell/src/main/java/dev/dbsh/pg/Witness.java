package dev.dbsh.pg;

import dev.dbsh.pg.CommitOutcome.Word;
import dev.dbsh.pg.connect.ConnectFailure;
import dev.dbsh.pg.connect.Opened;
import dev.dbsh.pg.connect.Trouble;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server of a lost connection, over a new one, what became of what was sent last. It asks no other server, and
 * runs nothing of the operator's again.
 */
final class Witness {
    private static final Sql STATUS = Sql.of(Witness.class, "transaction-status.sql");
    private static final Sql SINCE_THEN = Sql.of(Witness.class, "since-then.sql");
    private static final String NOT_GIVEN_YET = "22023";
    private static final long PAUSE_MILLIS = 100;
    private static final long CONNECT_MILLIS = 5_000;

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    // Whoever gave the connection up has waited long enough.
    private static final Duration SHORT_PATIENCE = Duration.ofMillis(1_500);

    private final Link lost;
    private final long end;

    /** One that waits a while for the server, and for what still runs there. */
    static Witness of(Link lost) {
        return new Witness(lost, lost.end().isGivenUp() ? SHORT_PATIENCE : PATIENCE);
    }

    private Witness(Link lost, Duration patience) {
        this.lost = lost;
        this.end = System.nanoTime() + patience.toNanos();
    }

    /** Of a transaction whose COMMIT was sent. */
    CommitOutcome ofCommit(Written written) {
        String tells = "select pg_xact_status('" + written.xid() + "');";
        return ask(side -> judged(side, written, tells), written.xid(), tells);
    }

    /** Of a statement that ran in transactions of its own, whose numbers nobody knows. */
    CommitOutcome ofStatement(String tells) {
        String running = "select state, query from pg_stat_activity where pid = " + pid() + ";";
        return ask(
                side -> sinceThen(side, "0").processThere()
                        ? new CommitOutcome(Word.STILL_RUNNING, "in process " + pid(), null, running)
                        : unknown("it was sent, and runs in transactions of its own", null, tells),
                null,
                tells);
    }

    /** Of a transaction that had written nothing, and does something only as it commits. */
    CommitOutcome ofSideEffect() {
        return unknown(
                "the transaction had written nothing before its COMMIT was sent, and may notify or open a cursor with it",
                null,
                "look whether the notification has come");
    }

    /** Gives an outcome over a connection that is sure to lead to the server that was lost. */
    private interface Question {
        CommitOutcome answer(Link side);
    }

    private CommitOutcome ask(Question question, @Nullable String xid, String tells) {
        String trouble;
        do {
            try (Link side = Link.over(beside(), "")) {
                String stranger = stranger(side);
                return stranger == null ? waiting(question, side) : unknown(stranger, xid, tells);
            } catch (ConnectFailure e) {
                trouble = "the server cannot be asked: " + e.getMessage();
                if (!mayPass(e.kind())) {
                    break;
                }
            } catch (SQLException | SqlFailure e) {
                trouble = "the server cannot be asked: " + e.getMessage();
            }
        } while (pause());
        return unknown(trouble, xid, tells);
    }

    private Opened beside() throws SQLException {
        Opened beside = lost.opened().line().beside(Math.max(1, Math.min(CONNECT_MILLIS, millisLeft())));
        beside.connection().setNetworkTimeout(Runnable::run, (int) CONNECT_MILLIS);
        return beside;
    }

    /** Null when it is the server and the database that were lost, and it can tell. */
    private @Nullable String stranger(Link side) {
        Identity known = lost.identity();
        Identity found = side.identity();
        if (known == null || found == null) {
            return "the server does not say which one it is: pg_control_system is not allowed";
        }
        if (!known.system().equals(found.system()) || known.database() != found.database()) {
            return "another server or database answers there now";
        }
        if (found.timeline() == null) {
            return "the server is a standby now, which cannot tell";
        }
        return found.timeline().equals(known.timeline())
                ? null
                : "another copy answers there now: its timeline is " + found.timeline() + " and not "
                        + known.timeline();
    }

    private CommitOutcome waiting(Question question, Link side) {
        CommitOutcome outcome = question.answer(side);
        while (outcome.word() == Word.STILL_RUNNING && pause()) {
            outcome = question.answer(side);
        }
        return outcome;
    }

    private CommitOutcome judged(Link side, Written written, String tells) {
        SinceThen sinceThen = sinceThen(side, written.xid());
        Word word;
        try {
            word = sinceThen.word(written, status(side, written.xid()));
        } catch (SqlFailure e) {
            if (!e.sqlState().equals(NOT_GIVEN_YET)) {
                throw e;
            }
            word = sinceThen.wordOnUnknownNumber(written);
        }
        String transaction = "transaction " + written.xid();
        return switch (word) {
            case COMMITTED -> new CommitOutcome(word, "the server has kept " + transaction, written.xid(), "");
            case STILL_RUNNING ->
                new CommitOutcome(
                        word,
                        transaction + (sinceThen.prepared() ? " is prepared" : " in process " + pid()),
                        written.xid(),
                        tells);
            case UNKNOWN -> unknown("the server no longer knows", written.xid(), tells);
            case NOT_COMMITTED, FAILED, NOT_RUN ->
                new CommitOutcome(
                        Word.NOT_COMMITTED, "the server has rolled " + transaction + " back", written.xid(), "");
        };
    }

    private CommitOutcome unknown(String why, @Nullable String xid, String tells) {
        String what = (xid == null ? "" : "transaction " + xid + ", ") + "process " + pid();
        return new CommitOutcome(Word.UNKNOWN, why + " (" + what + ")", xid, tells);
    }

    private SinceThen sinceThen(Link side, String xid) {
        Identity known = lost.identity();
        long started = known == null ? 0 : known.backendStarted();
        return side.list(Reads.CATALOG, SINCE_THEN, SinceThen::read, pid(), started, Long.valueOf(xid))
                .get(0);
    }

    private static @Nullable String status(Link side, String xid) {
        return side.list(Reads.CATALOG, STATUS, row -> Status.read(row), Long.valueOf(xid))
                .get(0)
                .text();
    }

    // A list holds no null.
    private record Status(@Nullable String text) {
        static Status read(Row row) throws SQLException {
            return new Status(row.textOrNull("status"));
        }
    }

    private int pid() {
        return lost.server().backendPid();
    }

    private static boolean mayPass(Trouble.Kind kind) {
        return switch (kind) {
            case REFUSED, UNREACHABLE, NO_SOCKET, TIMEOUT, CLOSED, NOT_READY, SHUTTING_DOWN, TOO_MANY_CONNECTIONS ->
                true;
            default -> false;
        };
    }

    private long millisLeft() {
        return TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }

    /** False when the time is over, or nobody wants to wait any longer. */
    private boolean pause() {
        if (Thread.currentThread().isInterrupted() || millisLeft() <= 0) {
            return false;
        }
        try {
            TimeUnit.MILLISECONDS.sleep(Math.min(PAUSE_MILLIS, millisLeft()));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
