package dev.dbsh.pg.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorTest {
    private static final SessionDefaults DEFAULTS =
            new SessionDefaults("dbsh test", List.of(new Setting("default_transaction_read_only", "on", true)));

    private final ScratchServer server = ScratchServer.shared();

    @TempDir
    Path home;

    private Opened open(String connection) {
        Surroundings surroundings = new Surroundings(Map.of(), home, System.getProperty("user.name"), server.sockets());
        return new Connector(surroundings).open(ConnectRequest.to(connection), DEFAULTS, PasswordPrompt.NOBODY);
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    @Test
    void opensOverTcpReadOnly() throws SQLException {
        Opened opened = open("postgresql://trusted@127.0.0.1:" + server.port() + "/app");
        try (Connection connection = opened.connection()) {
            assertThat(ask(connection, "show transaction_read_only")).isEqualTo("on");
            assertThat(ask(connection, "show application_name")).isEqualTo("dbsh test");
            assertThat(opened.tls()).startsWith("TLSv1.3 ");
        }
    }

    @Test
    void opensOverUnixSocket() throws SQLException {
        try (Connection connection = open("host=" + server.sockets() + " port=" + server.port()
                        + " user=trusted dbname=app")
                .connection()) {
            assertThat(ask(connection, "select current_user || '@' || current_database()"))
                    .isEqualTo("trusted@app");
        }
    }
}
