package dev.dbsh.pg;

import dev.dbsh.pg.wire.Exchange;
import dev.dbsh.pg.wire.Request;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

/**
 * Typed statements on their way to the server and back. Those that follow can be sent along before the first one has been
 * answered: each still runs between its own guards, and none runs once one before it has failed.
 */
final class Pipeline {
    private static final int MOST_STATEMENTS = 64;
    // Less than the server takes without being read from, so that neither side waits for the other to listen.
    private static final int MOST_BYTES = 1 << 14;
    private static final long QUICK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final String WRITTEN = "dbsh written";

    private final Link link;
    private final Exchange exchange;
    private final Deque<String> ahead = new ArrayDeque<>();
    private Frame frame = Frame.OPEN;
    private boolean underWay;
    private boolean prepared;
    private int together = 1;
    private long sentAt;

    /** What each statement stands in. */
    enum Frame {
        /** A transaction of its own that may not write. */
        READ_ONLY,
        /** A transaction of its own, of which it is known before its COMMIT whether it wrote. */
        WATCHED,
        /** The operator's transaction. */
        OPEN
    }

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
        prepared &= following != Following.NOTHING;
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
        Request request = new Request();
        if (frame == Frame.WATCHED && following != Following.NOTHING && !prepared) {
            request.keep(WRITTEN, CommitPoint.WRITTEN.text());
            prepared = true;
        }
        add(sql, request);
        if (frame != Frame.WATCHED) {
            addAhead(following.statements(together - 1, MOST_BYTES - request.size()), request);
        }
        send(request);
    }

    private void addAhead(List<String> statements, Request request) {
        for (String next : statements) {
            add(next, request);
            ahead.add(next);
        }
    }

    private void add(String sql, Request request) {
        switch (frame) {
            case READ_ONLY -> request.command("BEGIN READ ONLY").query(sql).command("COMMIT");
            case WATCHED -> asking(request.command("BEGIN").query(sql));
            case OPEN -> request.query(sql);
        }
    }

    // Kept only between statements that are not likely to forget all that is kept; reading it costs more than they do.
    private void asking(Request request) {
        if (prepared) {
            request.kept(WRITTEN);
        } else {
            request.query(CommitPoint.WRITTEN.text());
        }
    }

    private void send(Request request) throws IOException {
        underWay = true;
        sentAt = System.nanoTime();
        exchange.send(request.end());
    }

    private void finish(Incoming incoming, Following following, CommitPoint point) throws IOException, SQLException {
        if (frame != Frame.OPEN) {
            check(exchange.done());
        }
        check(exchange.answer(incoming));
        if (frame == Frame.WATCHED) {
            check(exchange.answer(point.reception(incoming)));
            end();
        }
        incoming.end();
        if (frame == Frame.WATCHED) {
            point.send(link);
            commit(following);
        }
        if (frame != Frame.OPEN) {
            check(exchange.done());
        }
        if (ahead.isEmpty()) {
            end();
        } else if (frame == Frame.WATCHED) {
            exchange.committed();
        }
    }

    // The number of the next transaction is asked for in the same breath as the COMMIT of this one.
    private void commit(Following following) throws IOException {
        Request request = new Request().command("COMMIT");
        addAhead(following.statements(1, MOST_BYTES), request);
        send(request);
    }

    private void check(@Nullable ServerErrorMessage error) throws SQLException {
        if (error == null) {
            return;
        }
        ahead.clear();
        prepared = false;
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
        boolean quick = System.nanoTime() - sentAt < QUICK_NANOS;
        together = quick ? Math.min(MOST_STATEMENTS, 2 * together) : Math.max(1, together / 8);
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
        prepared = false;
    }

    /** The connection ends, and with it what was on its way. */
    void forget() {
        underWay = false;
        ahead.clear();
    }

    private SQLException broken(IOException e) {
        forget();
        link.opened().line().cut();
        return new PSQLException(
                "An I/O error occurred while sending to the backend.", PSQLState.CONNECTION_FAILURE, e);
    }
}
