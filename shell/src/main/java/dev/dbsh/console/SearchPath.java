package dev.dbsh.console;

import dev.dbsh.pg.Identifier;
import java.util.ArrayList;
import java.util.List;

/** The setting {@code search_path}, read as the server reads it. */
final class SearchPath {
    private SearchPath() {}

    /** Its schemas, with {@code $user} replaced; the catalog comes first unless it is named. */
    static List<String> schemas(String setting, String user) {
        List<String> schemas = new ArrayList<>();
        int at = 0;
        while (at < setting.length()) {
            int end = end(setting, at);
            String part = part(setting.substring(at, end).strip());
            if (!part.isEmpty()) {
                schemas.add(part.equals("$user") ? user : part);
            }
            at = end + 1;
        }
        if (!schemas.contains("pg_catalog")) {
            schemas.add(0, "pg_catalog");
        }
        return schemas;
    }

    private static int end(String setting, int from) {
        boolean inQuotes = false;
        int at = from;
        while (at < setting.length() && (inQuotes || setting.charAt(at) != ',')) {
            inQuotes ^= setting.charAt(at) == '"';
            at++;
        }
        return at;
    }

    private static String part(String text) {
        if (text.length() < 2 || text.charAt(0) != '"') {
            return Identifier.folded(text);
        }
        return text.substring(1, text.length() - 1).replace("\"\"", "\"");
    }
}
