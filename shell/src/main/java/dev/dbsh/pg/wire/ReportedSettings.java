package dev.dbsh.pg.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the server has reported of its settings, and what the driver is told of them. Read from any thread. */
final class ReportedSettings {
    private final Map<String, String> values = new ConcurrentHashMap<>();

    /** Null for what the server does not report. */
    @Nullable
    String find(String name) {
        return values.get(name);
    }

    /**
     * Takes the body of a report; answers what the driver is told in its place, null when it is told the same.
     *
     * <p>It would end a session whose dates are not ISO or whose text is not UTF-8. It reads no date that anybody typed a
     * statement for, and of SQL_ASCII, which is any text, it reads what is UTF-8.
     */
    @Nullable
    String take(String report) {
        String[] parts = report.split("\0", -1);
        if (parts.length > 1) {
            values.put(parts[0], parts[1]);
        }
        if (report.startsWith("DateStyle\0")) {
            return "DateStyle\0ISO\0";
        }
        return report.equals("client_encoding\0SQL_ASCII\0") ? "client_encoding\0UTF8\0" : null;
    }
}
