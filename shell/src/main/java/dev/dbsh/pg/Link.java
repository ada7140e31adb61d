package dev.dbsh.pg;

import dev.dbsh.pg.connect.Opened;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;

/** One live connection and what is known of its far end. Used by one thread, but for what says otherwise. */
final class Link implements AutoCloseable {
    static final String CANCELLED = "57014";
    // As many requests as there may be for one statement, and one more.
    private static final int ATTEMPTS = 4;

    private final Opened opened;
    private final Connection connection;
    private final String limits;
    private final @Nullable Identity identity;
    private final boolean beganOnStandby;
    private final Footprint footprint;
    private final Turns turns = new Turns();
    private final LinkEnd end;
    private final LastAnswer answer;
    private final Pipeline pipeline;
    private volatile Server server;

    private Link(Opened opened, BaseConnection driver, Introduction introduction, String limits) {
        this.opened = opened;
        this.connection = opened.connection();
        this.limits = limits;
        this.server = introduction.server();
        this.footprint = new Footprint(introduction.server());
        this.identity = introduction.identity();
        this.beganOnStandby = introduction.server().standby();
        this.answer = new LastAnswer(opened.messages(), driver);
        this.end = new LinkEnd(opened, turns, this::server);
        this.pipeline = new Pipeline(this);
    }

    /** Asks the server what it is; one round trip. */
    static Link over(Opened opened, String limits) throws SQLException {
        Connection connection = opened.connection();
        try {
            BaseConnection driver = connection.unwrap(BaseConnection.class);
            return new Link(opened, driver, Introduction.of(driver), limits);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** One beside it, as {@link dev.dbsh.pg.connect.Line#beside} opens it; no answer takes longer than that. */
    static Link beside(Link link, int millis) throws SQLException {
        Opened opened = link.opened().line().beside(millis);
        opened.connection().setNetworkTimeout(Runnable::run, millis);
        return over(opened, "");
    }

    Opened opened() {
        return opened;
    }

    Server server() {
        return server;
    }

    /** Null where the server does not let everybody know. */
    @Nullable
    Identity identity() {
        return identity;
    }

    /** Who uses it; from any thread. */
    Turns turns() {
        return turns;
    }

    /** Does the work when nothing else runs, and lets it be stopped; what was sent ahead is left. */
    <T> T use(Function<Link, T> work) {
        leaveRest();
        return inTurn(work);
    }

    /** The same for what runs this statement: when it was sent ahead, its turn has begun with the one before. */
    <T> T use(String statement, Function<Link, T> work) {
        if (!isNext(statement)) {
            leaveRest();
        }
        return inTurn(work);
    }

    /** True when that statement was sent ahead, and its answer comes next. */
    boolean isNext(String statement) {
        return pipeline.isNext(statement);
    }

    /** Stops what was sent ahead, of which nothing is kept; does nothing when there is none. */
    void leaveRest() {
        if (!pipeline.isAhead()) {
            return;
        }
        stop(Patience.OF_A_SIGNAL, text -> {});
        try {
            pipeline.leaveRest();
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            turns.end();
        }
    }

    private <T> T inTurn(Function<Link, T> work) {
        if (!pipeline.isAhead()) {
            begin();
        }
        try {
            return work.apply(this);
        } finally {
            if (!pipeline.isAhead()) {
                turns.end();
            }
        }
    }

    private void begin() {
        try {
            if (!turns.begin()) {
                end.giveUp(
                        "an earlier statement's cancel request is still on its way and could have stopped this one: the"
                                + " connection was given up");
                throw failure(new SQLException("not sent", "08003"));
            }
        } catch (InterruptedException e) {
            throw SqlFailure.stopped("stopped before it was sent");
        }
    }

    Pipeline pipeline() {
        return pipeline;
    }

    /** True when statements can be sent past the driver: its messages can be read, and nothing has to be set before each. */
    boolean isPlain() {
        return opened.messages().isReadable() && localSettings().isEmpty();
    }

    /** Stops what runs now, and harder each time it is called for the same statement; false when nothing runs. */
    boolean stop(Patience patience, Consumer<String> says) {
        opened.messages().stopCopying();
        int presses = turns.press();
        if (presses == 1) {
            new Stopping(this, patience, says).start();
        }
        return presses > 0;
    }

    /** What has to be set in each transaction, because the session's own settings do not hold; mostly empty. */
    String localSettings() {
        return server.isPooled() ? limits : "";
    }

    /** As the server's last answer said. */
    boolean standardConformingStrings() {
        return !answer.isOff("standard_conforming_strings");
    }

    /** True when a session that began read-only would no longer be so by default. */
    boolean isLifted() {
        return server.readOnly() && answer.isOff("default_transaction_read_only");
    }

    /** Ends a session whose text a function has made come in another encoding than it is read in. */
    void checkReadable() throws SQLException {
        String encoding = answer.foreignEncoding();
        if (encoding != null) {
            close();
            throw new SQLException(
                    "client_encoding was changed to " + encoding
                            + " from inside, and what has come since then may be misread: the session is closed",
                    "22021");
        }
    }

    /** Asks again what it is, after a statement that may have changed that. */
    void look() {
        int driverPid = server.driverPid();
        server = list(Reads.CATALOG, Introduction.SERVER, row -> Server.read(row, driverPid))
                .get(0);
        if (transaction() == TransactionState.NONE) {
            footprint.settle(server);
        }
    }

    Connection connection() {
        return connection;
    }

    /** Where the server's last answer left the session; of a lost connection, where it was lost. */
    TransactionState transaction() {
        return answer.transaction();
    }

    /** Runs a built-in statement between its guards, and reads every row of it. */
    <T> List<T> list(Reads reads, Sql sql, Row.Reader<T> reader, @Nullable Object... arguments) {
        return new GuardedRead(this).list(reads.settings() + sql.text(), reader, arguments);
    }

    /** Leaves a transaction of ours; a cancel request that comes too late for its statement may hit this one instead. */
    void rollBack(String sql) throws SQLException {
        for (int attempt = 1; transaction() != TransactionState.NONE; attempt++) {
            try {
                execute(sql);
                return;
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !CANCELLED.equals(e.getSQLState())) {
                    throw e;
                }
            }
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /** Lets statements write that do not say otherwise, or lets them no more. */
    void allowWrites(boolean allowed) {
        set("set default_transaction_read_only = " + (allowed ? "off" : "on"));
        look();
    }

    /** Runs a statement of ours that changes the session. */
    void set(String sql) {
        footprint.changed();
        try {
            execute(sql);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** True for a session that nobody has allowed to write: it was opened on a standby. */
    boolean beganOnStandby() {
        return beganOnStandby;
    }

    /** How it has ended, if it has. */
    LinkEnd end() {
        return end;
    }

    /** What typed statements may have left behind. */
    Footprint footprint() {
        return footprint;
    }

    /** True when what the session has may have changed, and can be asked: in a transaction nothing of it is settled. */
    boolean needsStock() {
        return !footprint.isStockKnown() && transaction() == TransactionState.NONE && !server.isPooled();
    }

    /** Asks what the session has that ends with it. */
    void takeStock() {
        footprint.take(Belongings.of(this, footprint.ownSettings()));
    }

    /** The failure as the rest of dbsh knows it. */
    SqlFailure failure(SQLException e) {
        return end.failure(e);
    }

    boolean isClosed() {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        pipeline.forget();
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }
}
