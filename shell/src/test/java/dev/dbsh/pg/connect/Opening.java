package dev.dbsh.pg.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Opens connections for a test, with a home directory and variables of its own. */
final class Opening {
    static final SessionDefaults DEFAULTS = new SessionDefaults(
            "dbsh test",
            List.of(
                    new Setting("default_transaction_read_only", "on", true),
                    new Setting("lock_timeout", "2s", false)));

    final Map<String, String> variables = new HashMap<>();
    private final Path home;
    private final Path sockets;

    Opening(Path home, Path sockets) {
        this.home = home;
        this.sockets = sockets;
    }

    Connector connector() {
        return new Connector(new Surroundings(variables, home, System.getProperty("user.name"), sockets));
    }

    Opened open(String connection) {
        return open(connection, PasswordPrompt.NOBODY);
    }

    Opened open(String connection, PasswordPrompt prompt) {
        return connector().open(ConnectRequest.to(connection), DEFAULTS, prompt);
    }

    /** Opens, asks and closes. */
    String ask(String connection, String sql) {
        try (Connection open = open(connection).connection()) {
            return ask(open, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    ConnectFailure failure(String connection) {
        ConnectFailure failure = catchThrowableOfType(ConnectFailure.class, () -> open(connection));
        assertThat(failure).as(connection).isNotNull();
        return failure;
    }
}
