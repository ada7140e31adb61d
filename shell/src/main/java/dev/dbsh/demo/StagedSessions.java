package dev.dbsh.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The sessions of the incident: real connections that hold, or wait for, real locks until the server stops. */
final class StagedSessions {
    private static final Duration TIME_TO_QUEUE = Duration.ofSeconds(30);

    private final Login shop;

    // Kept, because the driver closes a connection that nobody refers to any more.
    private final Queue<Connection> connections = new ConcurrentLinkedQueue<>();
    private final Queue<CompletableFuture<Void>> waiting = new ConcurrentLinkedQueue<>();

    StagedSessions(Login shop) {
        this.shop = shop;
    }

    /** Returns when everybody holds or waits for what the incident wants them to. */
    void begin() throws SQLException {
        leaveOpen("shop_app", "checkout-web", "update stock set quantity = quantity - 1 where product_id = 17");
        waitFor("deploy", "deploy-job", "alter table stock add column reserved integer not null default 0");
        // The others have to come after the one that they queue behind.
        awaitWaiters();
        waitFor("reporting", "stock-report", "select sum(quantity) from stock");
        waitFor("shop_app", "storefront", "select quantity from stock where product_id = 17");
        waitFor("shop_app", "admin-ui", "select count(*) from stock where quantity < 5");
        hold("shop_app", "invoice-run", "select pg_advisory_lock(42)");
        waitFor("shop_app", "invoice-run-2", "select pg_advisory_lock(42)");
        prepare("shop_app", "order-service", "update reservations set quantity = 0 where sku = 'SKU-017'");
        waitFor("warehouse", "warehouse-sync", "update reservations set quantity = 2 where sku = 'SKU-017'");
        leaveOpen("reporting", "nightly-report", "select count(*) from \"Order Lines\"");
        awaitWaiters();
    }

    int waiters() {
        return waiting.size();
    }

    private void hold(String user, String application, String statement) throws SQLException {
        execute(connect(user, application), statement);
    }

    private void leaveOpen(String user, String application, String statement) throws SQLException {
        Connection connection = connect(user, application);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        execute(connection, statement);
    }

    // A transaction that its coordinator forgot: it holds its locks without any session.
    private void prepare(String user, String application, String statement) throws SQLException {
        try (Connection connection = shop.as(user).open(application)) {
            execute(connection, "begin");
            execute(connection, statement);
            execute(connection, "prepare transaction 'order-service:17'");
        }
    }

    // Whoever ends the wait, by granting the lock or by ending the session, does what the demo is there for.
    private void waitFor(String user, String application, String statement) {
        CompletableFuture<Void> wait = new CompletableFuture<>();
        waiting.add(wait);
        Thread thread = new Thread(
                () -> {
                    try {
                        execute(connect(user, application), statement);
                        wait.complete(null);
                    } catch (SQLException e) {
                        wait.completeExceptionally(e);
                    }
                },
                "demo-" + application);
        thread.setDaemon(true);
        thread.start();
    }

    private void awaitWaiters() throws SQLException {
        Deadline deadline = Deadline.in(TIME_TO_QUEUE);
        try (Connection connection = shop.open("demo-setup");
                PreparedStatement count = connection.prepareStatement(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")) {
            while (number(count) < waiting.size()) {
                for (CompletableFuture<Void> wait : waiting) {
                    if (wait.isDone() || deadline.hasPassed()) {
                        throw new IllegalStateException("a staged session does not wait for its lock: " + wait);
                    }
                }
                Deadline.pause();
            }
        }
    }

    private Connection connect(String user, String application) throws SQLException {
        Connection connection = shop.as(user).open(application);
        connections.add(connection);
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
