package dev.dbsh.console.cursor;

import dev.dbsh.pg.Identifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name that is still being typed: {@code Or}, {@code "Or}, {@code public."Or}.
 *
 * @param text as typed
 * @param qualifiers what stands before the dots, as the server reads it
 * @param name its beginning, as the server reads it
 */
public record PartialName(String text, List<String> qualifiers, String name) {

    public static PartialName of(String typed) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        boolean inQuotes = false;
        for (int at = 0; at < typed.length(); at++) {
            char c = typed.charAt(at);
            inQuotes ^= c == '"';
            if (c == '.' && !inQuotes) {
                parts.add(unquoted(typed.substring(start, at)));
                start = at + 1;
            }
        }
        return new PartialName(typed, List.copyOf(parts), unquoted(typed.substring(start)));
    }

    /** The schema that was typed; null when there is none before the name. */
    public @Nullable String schema() {
        return qualifiers.size() == 1 ? qualifiers.get(0) : null;
    }

    /** All of it as a name that is whole. */
    public List<String> parts() {
        List<String> parts = new ArrayList<>(qualifiers);
        parts.add(name);
        return parts;
    }

    public boolean isQualified() {
        return !qualifiers.isEmpty();
    }

    /** What was typed up to its last dot. */
    public String qualification() {
        int dots = 0;
        int end = 0;
        boolean inQuotes = false;
        for (int at = 0; at < text.length() && dots < qualifiers.size(); at++) {
            inQuotes ^= text.charAt(at) == '"';
            if (text.charAt(at) == '.' && !inQuotes) {
                dots++;
                end = at + 1;
            }
        }
        return text.substring(0, end);
    }

    private static String unquoted(String part) {
        if (!part.startsWith("\"")) {
            return Identifier.folded(part);
        }
        boolean closed = part.length() > 1 && part.endsWith("\"");
        return part.substring(1, part.length() - (closed ? 1 : 0)).replace("\"\"", "\"");
    }
}
