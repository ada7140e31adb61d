package dev.dbsh.sql.classify;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name as the server reads it: folded outside quotes, without them inside.
 *
 * @param parts the name alone, or with its schema, or with its database and schema before it
 */
public record ObjectName(List<String> parts) {

    public ObjectName {
        parts = List.copyOf(parts);
    }

    /** Without its schema. */
    public String name() {
        return parts.get(parts.size() - 1);
    }

    ObjectName plus(ObjectName inside) {
        return new ObjectName(
                Stream.concat(parts.stream(), inside.parts.stream()).toList());
    }

    /** As it could be typed. */
    @Override
    public String toString() {
        return parts.stream().map(ObjectName::readable).collect(Collectors.joining("."));
    }

    private static String readable(String part) {
        boolean plain =
                !part.isEmpty() && part.chars().allMatch(ObjectName::isPlain) && !Character.isDigit(part.charAt(0));
        return plain ? part : '"' + part.replace("\"", "\"\"") + '"';
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    }
}
