package dev.dbsh.pg;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;

/**
 * What a server says of itself when a session begins.
 *
 * @param identity null where the server does not let everybody know
 */
record Introduction(Server server, @Nullable Identity identity) {
    static final Sql SERVER = Sql.of(Introduction.class, "server.sql");
    static final Sql IDENTITY = Sql.of(Introduction.class, "identity.sql");

    private static final String NOT_ALLOWED = "42501";

    /**
     * Asks in one round trip. Guarded as every built-in statement is: the role's own search path may begin with a schema
     * where anybody can put an operator of his.
     */
    static Introduction of(BaseConnection driver) throws SQLException {
        try {
            return ask(driver, SERVER.text() + ";" + IDENTITY.text());
        } catch (SQLException e) {
            if (!NOT_ALLOWED.equals(e.getSQLState())) {
                throw e;
            }
            try (Statement statement = driver.createStatement()) {
                statement.execute("rollback");
            }
            return ask(driver, SERVER.text());
        }
    }

    private static Introduction ask(BaseConnection driver, String questions) throws SQLException {
        int driverPid = driver.getBackendPID();
        String guarded = "begin read only;" + Reads.CATALOG.settings() + questions + "; commit";
        Server server = null;
        Identity identity = null;
        try (PreparedStatement statement = driver.prepareStatement(guarded)) {
            boolean isResult = statement.execute();
            while (isResult || statement.getUpdateCount() >= 0) {
                ResultSet result = isResult ? statement.getResultSet() : null;
                if (result != null && result.next()) {
                    Row row = new Row(result);
                    if (server == null) {
                        server = Server.read(row, driverPid);
                    } else {
                        identity = Identity.read(row);
                    }
                }
                isResult = statement.getMoreResults();
            }
        }
        if (server == null) {
            throw new IllegalStateException(SERVER.name() + " gave no row");
        }
        return new Introduction(server, identity);
    }
}
