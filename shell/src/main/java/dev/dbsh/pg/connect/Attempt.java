package dev.dbsh.pg.connect;

import dev.dbsh.pg.connect.Trouble.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.util.HostSpec;

/** Opens one connection to one address, within a time. */
final class Attempt {
    private final Dial dial;
    private final String applicationName;
    private final long millis;

    Attempt(Dial dial, String applicationName, long millis) {
        this.dial = dial;
        this.applicationName = applicationName;
        this.millis = millis;
    }

    Connection open(Startup startup, TargetSession wanted) {
        try {
            return Deadline.run(() -> connect(startup, wanted), millis, dial::hangUp);
        } catch (ExecutionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw failure(new Diagnosis(dial).timeout(millis), e);
        } catch (InterruptedException e) {
            throw stopped(dial, e);
        }
    }

    // The driver's own front door copies the properties as strings, and the plug-ins need the Dial in them.
    private Connection connect(Startup startup, TargetSession wanted) throws SQLException {
        HostSpec[] hosts = {
            new HostSpec(
                    dial.host().isSocket() ? "localhost" : dial.host().name(),
                    dial.host().port())
        };
        PgConnection connection = new PgConnection(
                hosts, new DriverProperties(dial.target(), dial).of(startup, applicationName), "jdbc:postgresql:");
        String objection = objection(connection, wanted);
        if (objection == null) {
            takeAnyText(connection);
            return connection;
        }
        connection.close();
        Kind kind = wanted == TargetSession.ANY ? Kind.TLS_FAILED : Kind.NOT_SUITABLE;
        throw failure(new Trouble(kind, "08001", objection, null, Advice.on(kind, dial)), null);
    }

    // A database of SQL_ASCII holds bytes that are no UTF-8: asked for that, it would refuse every row with one of
    // them.
    private static void takeAnyText(PgConnection connection) throws SQLException {
        if ("SQL_ASCII".equals(connection.getParameterStatus("server_encoding"))) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set client_encoding = 'SQL_ASCII'");
            }
        }
    }

    /** Null when the server will do. */
    private @Nullable String objection(PgConnection connection, TargetSession wanted) throws SQLException {
        if (dial.target().parameters().or(Keyword.SSLCERTMODE, "allow").equals("require")
                && !dial.tls().clientCertificateWasAsked()) {
            return "server did not request an SSL certificate";
        }
        return switch (wanted) {
            case ANY, PREFER_STANDBY -> null;
            case READ_WRITE -> isReadOnly(connection) ? "session is read-only" : null;
            case READ_ONLY -> isReadOnly(connection) ? null : "session is not read-only";
            case PRIMARY -> isStandby(connection) ? "server is in hot standby mode" : null;
            case STANDBY -> isStandby(connection) ? null : "server is not in hot standby mode";
        };
    }

    /** Servers since 14 report it by themselves. */
    private static boolean isReadOnly(PGConnection connection) throws SQLException {
        String readOnly = connection.getParameterStatus("default_transaction_read_only");
        String standby = connection.getParameterStatus("in_hot_standby");
        if (readOnly == null || standby == null) {
            return ask((Connection) connection, "show transaction_read_only").equals("on");
        }
        return readOnly.equals("on") || standby.equals("on");
    }

    private static boolean isStandby(PGConnection connection) throws SQLException {
        String standby = connection.getParameterStatus("in_hot_standby");
        return standby == null
                ? ask((Connection) connection, "select pg_catalog.pg_is_in_recovery()")
                        .equals("t")
                : standby.equals("on");
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private RuntimeException failure(Throwable cause) {
        if (cause instanceof ConfigurationFailure refusal) {
            return refusal;
        }
        if (cause instanceof ConnectFailure known) {
            return failure(known.trouble(), known);
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return failure(new Diagnosis(dial).of(cause), cause);
    }

    private ConnectFailure failure(Trouble trouble, @Nullable Throwable cause) {
        return new ConnectFailure(trouble, List.of(new Tried(dial.where(), trouble)), cause);
    }

    static ConnectFailure stopped(Dial dial, InterruptedException e) {
        Thread.currentThread().interrupt();
        Trouble trouble =
                new Trouble(Kind.STOPPED, "08001", "stopped while connecting to " + dial.where(), null, "try again");
        return new ConnectFailure(trouble, List.of(new Tried(dial.where(), trouble)), e);
    }
}
