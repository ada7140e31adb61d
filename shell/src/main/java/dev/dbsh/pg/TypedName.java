package dev.dbsh.pg;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name as an operator typed it, read by the server's rules: lower case outside quotes, exact inside them.
 *
 * @param schema null when none was typed
 */
public record TypedName(@Nullable String schema, String name) {

    /**
     * Reads {@code orders}, {@code public.orders}, {@code "Order Lines"} or {@code Public."Order Lines"}.
     *
     * @throws IllegalArgumentException worded for the operator, with the column it concerns
     */
    public static TypedName parse(String text) {
        List<String> parts = parts(text);
        if (parts.size() > 2) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" has " + parts.size() + " parts; a name has one or two: schema.name");
        }
        for (String part : parts) {
            if (Identifier.isTooLong(part)) {
                throw new IllegalArgumentException("\"" + part + "\" is longer than " + Identifier.MAX_BYTES
                        + " bytes; the server would cut it and could mean another object");
            }
        }
        return parts.size() == 1 ? new TypedName(null, parts.get(0)) : new TypedName(parts.get(0), parts.get(1));
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (true) {
            int end = endOfPart(text, at);
            parts.add(part(text, at, end));
            if (end == text.length()) {
                return parts;
            }
            at = end + 1;
        }
    }

    private static int endOfPart(String text, int from) {
        boolean inQuotes = false;
        int at = from;
        while (at < text.length() && (inQuotes || text.charAt(at) != '.')) {
            if (text.charAt(at) == '"') {
                inQuotes = !inQuotes;
            }
            at++;
        }
        if (inQuotes) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" has a quote at column " + (from + 1) + " that is not closed");
        }
        return at;
    }

    private static String part(String text, int from, int end) {
        String part = text.substring(from, end);
        if (part.isEmpty() || part.equals("\"\"")) {
            throw new IllegalArgumentException("\"" + text + "\" has an empty name at column " + (from + 1));
        }
        if (part.charAt(0) != '"') {
            if (part.indexOf('"') >= 0) {
                throw new IllegalArgumentException(
                        "\"" + text + "\" has a quote inside a name at column " + (from + 1));
            }
            return Identifier.folded(part);
        }
        if (part.length() < 2 || part.charAt(part.length() - 1) != '"') {
            throw new IllegalArgumentException("\"" + text + "\" has text after a quoted name at column " + (from + 1));
        }
        return part.substring(1, part.length() - 1).replace("\"\"", "\"");
    }
}
