package dev.dbsh.pg.connect;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Properties of the JDBC driver that a pasted URL must not be able to set. */
final class RefusedProperty {
    private static final String CLASS = "it makes the driver load a class";
    private static final String FILE = "it makes the driver write a file";

    /** Name and reason in turn. */
    private static final String[] REASONS = {
        "socketFactory", CLASS,
        "socketFactoryArg", CLASS,
        "sslfactory", CLASS,
        "sslfactoryarg", CLASS,
        "sslhostnameverifier", CLASS,
        "sslpasswordcallback", CLASS,
        "authenticationPluginClassName", CLASS,
        "xmlFactoryFactory", CLASS,
        "connectExecutor", CLASS,
        "connectExecutorArg", CLASS,
        "classLoaderStrategy", CLASS,
        "sspiServiceClass", CLASS,
        "jaasApplicationName", CLASS,
        "jaasLogin", CLASS,
        "loggerFile", FILE,
        "loggerLevel", FILE,
        "preferQueryMode", "it opens the way to SQL injection",
        "allowEncodingChanges", "text would be misread"
    };

    private RefusedProperty() {}

    /** Throws when the name is one of them, in whatever case. */
    static void check(String name) {
        String reason = reason(name);
        if (reason != null) {
            throw new ConfigurationFailure(
                    "connection property " + name + " is refused: " + reason, "leave " + name + " out");
        }
    }

    /** A JDBC URL is refused as a whole; a dangerous property in it is named. */
    static ConfigurationFailure jdbcUrl(String url) {
        int question = url.indexOf('?');
        String query = question < 0 ? "" : url.substring(question + 1);
        for (int at = 0; at < query.length(); ) {
            int end = query.indexOf('&', at);
            int stop = end < 0 ? query.length() : end;
            int equals = query.indexOf('=', at);
            check(query.substring(at, equals < 0 || equals > stop ? stop : equals));
            at = stop + 1;
        }
        return new ConfigurationFailure(
                "jdbc: URLs are refused: their properties can load classes and write files",
                "type it as libpq does: postgresql://host:port/database");
    }

    private static @Nullable String reason(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < REASONS.length; i += 2) {
            if (REASONS[i].toLowerCase(Locale.ROOT).equals(wanted)) {
                return REASONS[i + 1];
            }
        }
        return null;
    }
}
