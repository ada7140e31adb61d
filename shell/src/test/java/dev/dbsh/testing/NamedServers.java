package dev.dbsh.testing;

import dev.dbsh.demo.Login;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Running servers that somebody names: URIs and conninfo strings, separated by blanks. */
final class NamedServers implements ServerSource {
    private final Map<Integer, Login> byMajor = new HashMap<>();

    NamedServers(String names) {
        for (Login login : parse(names)) {
            byMajor.put(majorOf(login), login);
        }
    }

    SortedSet<Integer> majors() {
        return new TreeSet<>(byMajor.keySet());
    }

    @Override
    public boolean offers(int major) {
        return byMajor.containsKey(major);
    }

    @Override
    public Login start(int major) {
        return byMajor.get(major);
    }

    @Override
    public String description() {
        return "DBSH_TEST_SERVER";
    }

    /** A word with {@code ://} is a whole server; {@code key=value} words are one up to a key that stands again. */
    static List<Login> parse(String names) {
        List<Login> logins = new ArrayList<>();
        Map<String, String> words = new LinkedHashMap<>();
        for (String word : names.strip().split("\\s+")) {
            boolean uri = word.contains("://");
            String key = word.substring(0, Math.max(0, word.indexOf('=')));
            if (!words.isEmpty() && (uri || words.containsKey(key))) {
                logins.add(login(words));
                words.clear();
            }
            if (uri) {
                logins.add(login(URI.create(word)));
            } else {
                words.put(key, word.substring(key.length() + 1));
            }
        }
        if (!words.isEmpty()) {
            logins.add(login(words));
        }
        return logins;
    }

    private static Login login(URI uri) {
        String[] user = (uri.getUserInfo() == null ? "postgres" : uri.getUserInfo()).split(":", 2);
        String database = uri.getPath().length() > 1 ? uri.getPath().substring(1) : "postgres";
        return new Login(
                uri.getHost(),
                uri.getPort() < 0 ? 5432 : uri.getPort(),
                database,
                user[0],
                user.length > 1 ? user[1] : "");
    }

    private static Login login(Map<String, String> words) {
        return new Login(
                words.getOrDefault("host", "127.0.0.1"),
                Integer.parseInt(words.getOrDefault("port", "5432")),
                words.getOrDefault("dbname", "postgres"),
                words.getOrDefault("user", "postgres"),
                words.getOrDefault("password", ""));
    }

    private static int majorOf(Login login) {
        try (Connection connection = login.open("dbsh-test")) {
            return connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException e) {
            throw new IllegalStateException("DBSH_TEST_SERVER names " + login + ", which cannot be used", e);
        }
    }
}
