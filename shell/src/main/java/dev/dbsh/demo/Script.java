package dev.dbsh.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The SQL files of this package. */
final class Script {
    private Script() {}

    static void run(String name, Connection connection) throws SQLException, IOException {
        try (InputStream file = Script.class.getResourceAsStream(name);
                Statement statement = connection.createStatement()) {
            if (file == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            statement.execute(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
