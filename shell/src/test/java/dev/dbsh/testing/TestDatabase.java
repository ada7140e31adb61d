package dev.dbsh.testing;

import dev.dbsh.demo.Login;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.connect.ConnectRequest;
import dev.dbsh.pg.connect.Connector;
import dev.dbsh.pg.connect.Opened;
import dev.dbsh.pg.connect.PasswordPrompt;
import dev.dbsh.pg.connect.SessionDefaults;
import dev.dbsh.pg.connect.Setting;
import dev.dbsh.pg.connect.Surroundings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A database of its own for each test, cloned from a fixture and dropped afterwards.
 *
 * <p>As an extension it follows the test methods; opened by hand it is closed by hand. Either way a test fails that
 * leaves a session idle in a transaction.
 */
public final class TestDatabase implements BeforeEachCallback, AfterEachCallback, AutoCloseable {
    static final String EMPTY = "empty";

    private static final SessionDefaults DEFAULTS = new SessionDefaults(
            "dbsh test",
            List.of(
                    new Setting("default_transaction_read_only", "on", true),
                    new Setting("lock_timeout", "2s", false)));
    private static final SessionDefaults WRITING =
            new SessionDefaults("dbsh test", List.of(new Setting("lock_timeout", "2s", false)));
    private static final Connector CONNECTOR =
            new Connector(new Surroundings(Map.of(), Path.of("/nonexistent"), "tester", Path.of("/tmp")));

    private static final Duration TIME_TO_LEAVE = Duration.ofSeconds(5);

    private final Supplier<TestServer> where;
    private final String fixture;
    private final List<Connection> connections = new ArrayList<>();
    private final List<Session> sessions = new ArrayList<>();
    private final List<String> roles = new ArrayList<>();
    private TestServer server;
    private Login login;
    private Connection connection;

    private TestDatabase(Supplier<TestServer> where, String fixture) {
        this.where = where;
        this.fixture = fixture;
    }

    /** A database for each test method, from {@code fixtures/NAME.sql}, on the newest server. */
    public static TestDatabase with(String fixture) {
        return new TestDatabase(TestServer::newest, fixture);
    }

    /** The same with nothing in it. */
    public static TestDatabase empty() {
        return with(EMPTY);
    }

    /** One database for a part of a test, on the server of that major version. */
    public static TestDatabase open(int major, String fixture) {
        TestDatabase database = new TestDatabase(() -> TestServer.major(major), fixture);
        database.create();
        return database;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        create();
    }

    @Override
    public void afterEach(ExtensionContext context) throws SQLException {
        close();
    }

    private void create() {
        server = where.get();
        login = server.templates().clone(fixture);
    }

    /** How its superuser gets in. */
    public Login login() {
        return login;
    }

    public TestServer server() {
        return server;
    }

    /** As {@code DriverManager} takes it, with user and password. */
    public String url() {
        return login.jdbcUrl() + "?user=" + encoded(login.user()) + "&password=" + encoded(login.password());
    }

    /** As dbsh and libpq take it, with user and password. */
    public String uri() {
        return uri(login);
    }

    public static String uri(Login as) {
        return "postgresql://" + encoded(as.user()) + ":" + encoded(as.password()) + "@" + as.host() + ":" + as.port()
                + "/" + as.database();
    }

    /** The superuser's connection of this test, always the same one. */
    public Connection connection() {
        if (connection == null) {
            connection = connect(login);
        }
        return connection;
    }

    /** Another connection of the superuser, for a test with several sessions; closed after the test. */
    public Connection connect() {
        return connect(login);
    }

    public Connection connect(Login as) {
        try {
            Connection another = as.open("dbsh-test");
            connections.add(another);
            return another;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot connect to " + as, e);
        }
    }

    public void execute(String sql) {
        execute(connection(), sql);
    }

    public static void execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** The first column of all rows, as text; null is NULL. */
    public List<String> list(String query) {
        try (Statement statement = connection().createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** The one value of a query that has one. */
    public String one(String query) {
        List<String> values = list(query);
        if (values.size() != 1) {
            throw new IllegalStateException(query + " gave " + values);
        }
        return values.get(0);
    }

    /** A new role that can log in to this database and goes after the test; its name is in the login. */
    public Login role(String attributes) {
        String role = login.database() + "_role" + (roles.size() + 1);
        execute("create role " + role + " login password '" + login.password() + "' " + attributes);
        roles.add(role);
        return login.as(role);
    }

    /** The session that commands use, as the superuser. */
    public Session session() {
        return session(login);
    }

    /** The session that commands use: read-only until told otherwise, as dbsh connects. */
    public Session session(Login as) {
        Session session = new Session();
        session.connect(() -> open(as));
        sessions.add(session);
        return session;
    }

    /** The same in write mode, as {@code dbsh --write} connects. */
    public Session writer(Login as) {
        Session session = new Session();
        writer(session, as);
        return session;
    }

    /** The same for a session that was made already. */
    public void writer(Session session, Login as) {
        session.connect(() -> openWriting(as));
        sessions.add(session);
    }

    /** A connection in write mode, for a session that is not one of this class. */
    public static Opened openWriting(Login as) {
        return CONNECTOR.open(ConnectRequest.to(uri(as)), WRITING, PasswordPrompt.NOBODY);
    }

    /** A connection as dbsh makes it, for a session that is not one of this class. */
    public Opened open() {
        return open(login);
    }

    private static Opened open(Login as) {
        return CONNECTOR.open(ConnectRequest.to(uri(as)), DEFAULTS, PasswordPrompt.NOBODY);
    }

    /** Waits until the query gives {@code t}; the one way to wait for what another session does. */
    public void await(String condition) {
        Waiting.until(condition, () -> "t".equals(one(condition)));
    }

    /** Closes the connections that were handed out, with whatever they had open. */
    void leaveTransactions() throws SQLException {
        for (Connection each : connections) {
            each.close();
        }
        connections.clear();
        connection = null;
    }

    @Override
    public void close() throws SQLException {
        try (Connection observer = login.open("dbsh-test-end")) {
            refuseOpenTransactions(observer);
        } finally {
            sessions.forEach(Session::close);
            sessions.clear();
            leaveTransactions();
            server.templates().drop(login);
            dropRoles();
        }
    }

    // A connection closed a moment ago may still be on its way out.
    private static void refuseOpenTransactions(Connection observer) throws SQLException {
        String query = "select application_name || ' (' || usename || ') after: ' || query from pg_stat_activity"
                + " where datname = current_database() and state like 'idle in transaction%'";
        long deadline = System.nanoTime() + TIME_TO_LEAVE.toNanos();
        try (Statement statement = observer.createStatement()) {
            while (true) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    if (!rows.next()) {
                        return;
                    }
                    if (System.nanoTime() > deadline) {
                        throw new AssertionError("left idle in a transaction: " + rows.getString(1));
                    }
                }
                Waiting.pause();
            }
        }
    }

    private void dropRoles() throws SQLException {
        if (roles.isEmpty()) {
            return;
        }
        try (Connection last = server.login().open("dbsh-test");
                Statement statement = last.createStatement()) {
            for (String role : roles) {
                statement.execute("drop role " + role);
            }
        }
        roles.clear();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
