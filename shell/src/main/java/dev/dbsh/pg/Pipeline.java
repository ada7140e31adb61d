package dev.dbsh.pg;

import dev.dbsh.pg.Wrapping.Frame;
import dev.dbsh.pg.wire.Exchange;
import dev.dbsh.pg.wire.Reception;
import dev.dbsh.pg.wire.Request;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

/**
 * Typed statements on their way to the server and back. Those that follow can be sent along before the first one has been
 * answered: each still runs between its own guards, and none runs once one before it has failed.
 *
 * <p>What may have written is never committed by the request that it came with, as the number of its transaction has to be
 * known before: its COMMIT goes along with the next ones.
 */
final class Pipeline {
    // Less than the server takes without being read from, so that neither side waits for the other to listen.
    private static final int MOST_BYTES = 1 << 14;
    /** A character has at most three bytes for each of its chars. */
    private static final int BYTES = 3;

    private final Link link;
    private final Exchange exchange;
    private final Wrapping wrapping = new Wrapping();
    private final Pace pace = new Pace();
    private final Deque<String> ahead = new ArrayDeque<>();
    private Frame frame = Frame.OPEN;
    private boolean underWay;
    private boolean belowSavepoint;
    private boolean trusting = true;
    private int unanswered;

    Pipeline(Link link) {
        this.link = link;
        this.exchange = new Exchange(link.opened().messages());
    }

    /** True while statements are on their way that nobody has asked the answer of. */
    boolean isAhead() {
        return !ahead.isEmpty();
    }

    /** True when that one comes next. */
    boolean isNext(String sql) {
        return sql.equals(ahead.peek());
    }

    /** Runs a statement, which may have been sent before, and hands over what it gives. */
    void run(String sql, Frame wanted, Incoming incoming, Following following, CommitPoint point) throws SQLException {
        boolean sent = isNext(sql) && frame == wanted;
        if (!sent) {
            leaveRest();
        }
        frame = wanted;
        if (following == Following.NOTHING) {
            wrapping.forget();
        } else {
            wrapping.keep();
        }
        try {
            if (sent) {
                ahead.remove();
            } else {
                begin(sql, following);
            }
            finish(incoming, following, point);
        } catch (IOException e) {
            throw broken(e);
        } catch (RuntimeException e) {
            undo(e);
            throw e;
        } finally {
            link.opened().messages().deliverNoMore();
        }
    }

    // Whoever takes the rows has failed; what the server refuses is rolled back by whoever has asked for it.
    private void undo(RuntimeException cause) {
        ahead.clear();
        try {
            settle();
        } catch (SQLException | SqlFailure e) {
            cause.addSuppressed(e);
        }
    }

    private void begin(String sql, Following following) throws IOException {
        boolean mayBeFollowed = trusting && (frame != Frame.WATCHED || following.isBehindRead());
        if (mayBeFollowed) {
            addAhead(following, pace.together() - 1, MOST_BYTES - BYTES * sql.length());
        }
        Request request = new Request();
        if (ahead.isEmpty()) {
            last(sql, request);
        } else {
            wrapping.followed(frame, sql, request);
            addTo(request);
        }
        send(request, following);
    }

    private void addAhead(Following following, int most, int bytes) {
        ahead.addAll(following.statements(most, bytes, frame.stretch()));
    }

    private void addTo(Request request) {
        String last = ahead.peekLast();
        int left = ahead.size();
        for (String next : ahead) {
            left--;
            if (left > 0) {
                wrapping.followed(frame, next, request);
            }
        }
        if (last != null) {
            last(last, request);
        }
    }

    private void last(String sql, Request request) {
        wrapping.last(frame, sql, request);
        belowSavepoint = wrapping.isKeeping();
    }

    private void send(Request request) throws IOException {
        underWay = true;
        pace.sent();
        exchange.send(request.end());
    }

    private void send(Request request, Following following) throws IOException {
        send(request);
        // As many as go along next; what is prepared too early is only held for longer.
        following.prepare(ahead.size() + (ahead.size() > 1 ? pace.together() : 1));
    }

    private void finish(Incoming incoming, Following following, CommitPoint point) throws IOException, SQLException {
        if (frame != Frame.OPEN) {
            check(exchange.done());
        }
        boolean followed = isAhead();
        if (followed && frame == Frame.WATCHED) {
            point.guard();
        }
        check(exchange.answer(incoming));
        boolean told = followed ? mayGoOn() : frame != Frame.WATCHED || hasTold(point.reception(incoming));
        if (!told) {
            askAgain(incoming, point);
        }
        incoming.end();
        if (followed && told) {
            check(exchange.done());
        } else if (frame == Frame.WATCHED) {
            commit(following, point);
        } else {
            if (frame == Frame.READ_ONLY || followed) {
                check(exchange.done());
            }
            end();
        }
    }

    /** False when what is behind it must not run, and the server has not run it. */
    private boolean mayGoOn() throws IOException, SQLException {
        check(exchange.done());
        ServerErrorMessage error = exchange.done();
        if (error != null && Wrapping.HIT.equals(error.getSQLState())) {
            trusting = false;
            return false;
        }
        return isAnswered(error);
    }

    private boolean hasTold(Reception reception) throws IOException, SQLException {
        if (!belowSavepoint) {
            check(exchange.answer(reception));
        } else {
            check(exchange.done());
            if (!isAnswered(exchange.answer(reception))) {
                return false;
            }
        }
        end();
        return true;
    }

    // A function may have told the server to forget what it was to keep.
    private boolean isAnswered(@Nullable ServerErrorMessage error) throws SQLException {
        if (error != null && Wrapping.FORGOTTEN.equals(error.getSQLState())) {
            return false;
        }
        check(error);
        return true;
    }

    // The server leaves out what else came with the request: it is sent again when its turn comes.
    private void askAgain(Incoming incoming, CommitPoint point) throws IOException, SQLException {
        ahead.clear();
        wrapping.forget();
        end();
        send(wrapping.goingOn(frame));
        check(exchange.done());
        if (frame == Frame.WATCHED) {
            check(exchange.answer(point.reception(incoming)));
            end();
        }
    }

    // The next ones are sent in the same breath as the COMMIT of this one, whose answer does not wait for theirs.
    private void commit(Following following, CommitPoint point) throws IOException, SQLException {
        link.checkReadable();
        point.send(link);
        Request request = new Request().command("COMMIT");
        addAhead(following, trusting ? pace.together() : 1, MOST_BYTES);
        if (isAhead()) {
            request.flush();
        }
        addTo(request);
        send(request, following);
        check(exchange.done());
        if (isAhead()) {
            exchange.committed();
        } else {
            end();
        }
    }

    private void check(@Nullable ServerErrorMessage error) throws SQLException {
        if (error == null) {
            return;
        }
        ahead.clear();
        wrapping.forget();
        SQLException failure = new PSQLException(error);
        try {
            end();
        } catch (IOException e) {
            failure.addSuppressed(broken(e));
        }
        throw failure;
    }

    private void end() throws IOException {
        exchange.end();
        underWay = false;
        pace.answered();
    }

    /** Lets what is on its way come to its end unseen; nothing of it is kept. */
    void leaveRest() throws SQLException {
        ahead.clear();
        if (underWay) {
            settle();
        }
    }

    private void settle() throws SQLException {
        try {
            if (underWay) {
                end();
            }
        } catch (IOException e) {
            throw broken(e);
        }
        if (frame != Frame.OPEN) {
            link.rollBack("rollback");
        }
    }

    /** Something else is run, after which nothing may be kept any more. */
    void forgetKept() {
        wrapping.forget();
    }

    /** The connection ends, and with it what was on its way. */
    void forget() {
        underWay = false;
        ahead.clear();
    }

    /** How many statements had been sent behind the one over whose answer the connection was lost. */
    int unanswered() {
        return unanswered;
    }

    private SQLException broken(IOException e) {
        unanswered = ahead.size();
        forget();
        link.opened().line().cut();
        return new PSQLException(LinkEnd.LOST, PSQLState.CONNECTION_FAILURE, e);
    }
}
