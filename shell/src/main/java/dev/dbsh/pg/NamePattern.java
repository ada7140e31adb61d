package dev.dbsh.pg;

/**
 * A pattern of names as an operator typed it: {@code *} stands for anything and {@code ?} for one character, outside quotes letters are lower-cased,
 * inside quotes every character means itself.
 *
 * @param schemaLike what the schema must be {@code like}; anything when none was typed
 * @param nameLike what the name must be {@code like}
 */
public record NamePattern(String schemaLike, String nameLike) {
    /** Every name in every schema. */
    public static final NamePattern ALL = new NamePattern("%", "%");

    /**
     * Reads {@code orders*}, {@code shop.*} or {@code shop."Order*"}.
     *
     * @throws IllegalArgumentException worded for the operator
     */
    public static NamePattern parse(String typed) {
        StringBuilder part = new StringBuilder();
        String schema = null;
        boolean inQuotes = false;
        for (int at = 0; at < typed.length(); at++) {
            char c = typed.charAt(at);
            if (c == '"' && inQuotes && at + 1 < typed.length() && typed.charAt(at + 1) == '"') {
                part.append(c);
                at++;
            } else if (c == '"') {
                inQuotes = !inQuotes;
            } else if (c == '.' && !inQuotes) {
                if (schema != null) {
                    throw new IllegalArgumentException("\"" + typed + "\" has more than two parts: schema.name");
                }
                schema = part.toString();
                part.setLength(0);
            } else {
                part.append(like(c, inQuotes));
            }
        }
        if (inQuotes) {
            throw new IllegalArgumentException("\"" + typed + "\" has a quote that is not closed");
        }
        return new NamePattern(schema == null ? "%" : schema, part.toString());
    }

    /** True for the pattern of every name in every schema. */
    public boolean isEverything() {
        return schemaLike.equals("%") && nameLike.equals("%");
    }

    private static String like(char c, boolean inQuotes) {
        if (c == '*' && !inQuotes) {
            return "%";
        }
        if (c == '?' && !inQuotes) {
            return "_";
        }
        if (c == '%' || c == '_' || c == '\\') {
            return "\\" + c;
        }
        return inQuotes ? String.valueOf(c) : Identifier.folded(String.valueOf(c));
    }
}
