package dev.dbsh.pg.connect;

import dev.dbsh.report.Nearest;

/** What can be typed where a database name is expected: a URI, {@code key=value} pairs, or just a name. */
final class ConnectionString {
    private static final String JDBC = "jdbc:";

    private ConnectionString() {}

    /** False for a plain database name. */
    static boolean isRecognized(String text) {
        return text.startsWith(JDBC) || ConnectionUri.prefixLength(text) > 0 || text.indexOf('=') >= 0;
    }

    static Parameters parse(String text, String origin) {
        if (text.startsWith(JDBC)) {
            throw RefusedProperty.jdbcUrl(text);
        }
        if (ConnectionUri.prefixLength(text) > 0) {
            return new ConnectionUri(text, origin).parse();
        }
        return new KeyValues(text, origin).parse();
    }

    /** Stores what was read under its keyword; {@code requiressl} is libpq's old spelling of an sslmode. */
    static void store(Parameters parameters, String word, String value, String origin) {
        if (word.equals("requiressl")) {
            parameters.put(Keyword.SSLMODE, value.startsWith("1") ? "require" : "prefer", origin);
            return;
        }
        Keyword keyword = Keyword.find(word).orElseThrow(() -> new IllegalArgumentException(word));
        if (keyword.treatment() == Keyword.Treatment.REFUSED) {
            throw new ConfigurationFailure(
                    keyword.word() + " cannot be used: " + keyword.reason(), "leave it out of " + origin);
        }
        parameters.put(keyword, value, origin);
    }

    static boolean isKnown(String word) {
        return word.equals("requiressl") || Keyword.find(word).isPresent();
    }

    /** For the hint of an error about an unknown word. */
    static String suggestion(String word) {
        return Nearest.to(word, Keyword.words())
                .map(near -> "did you mean " + near)
                .orElse("parameters are named as in libpq: host, port, dbname, user, sslmode and so on");
    }
}
