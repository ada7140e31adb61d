package dev.dbsh.console;

import org.jspecify.annotations.Nullable;

/**
 * A name that is still being typed: {@code Or}, {@code "Or}, {@code public."Or}.
 *
 * @param schema null when none was typed; without its quotes
 * @param name its beginning, without the quotes
 */
record PartialName(@Nullable String schema, String name) {

    static PartialName of(String typed) {
        int dot = -1;
        boolean inQuotes = false;
        for (int at = 0; at < typed.length(); at++) {
            char c = typed.charAt(at);
            inQuotes ^= c == '"';
            if (c == '.' && !inQuotes) {
                dot = at;
            }
        }
        String schema = dot < 0 ? null : unquoted(typed.substring(0, dot));
        return new PartialName(schema, unquoted(typed.substring(dot + 1)));
    }

    private static String unquoted(String part) {
        if (!part.startsWith("\"")) {
            return part;
        }
        boolean closed = part.length() > 1 && part.endsWith("\"");
        return part.substring(1, part.length() - (closed ? 1 : 0)).replace("\"\"", "\"");
    }
}
