// SPDX-License-Identifier: Apache-2.0
import java.util.Properties;

/** What no JVM program can beat: open a connection with pgjdbc, run one query, print the answer. */
public final class Floor {
    private Floor() {}

    public static void main(String[] arguments) throws Exception {
        var properties = new Properties();
        properties.setProperty("user", arguments[1]);
        if (arguments.length > 2) {
            properties.setProperty("password", arguments[2]);
        }
        try (var connection = new org.postgresql.Driver().connect(arguments[0], properties);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select 1")) {
            rows.next();
            System.out.println(rows.getString(1));
        }
    }
}
