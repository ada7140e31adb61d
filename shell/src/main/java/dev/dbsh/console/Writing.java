package dev.dbsh.console;

import dev.dbsh.console.cursor.SqlCursor.Quoting;
import dev.dbsh.pg.Identifier;
import dev.dbsh.render.Visible;
import java.util.Optional;

/**
 * How a name is put on the line, so that the server reads the same name there.
 *
 * @param command true in a command's words, where a name is read as in SQL but is not SQL
 * @param closes true when the string around the name ends with it
 */
record Writing(Quoting quoting, boolean command, boolean closes) {
    static final Writing COMMAND = new Writing(Quoting.NOTHING, true, false);
    static final Writing SQL = new Writing(Quoting.NOTHING, false, false);

    boolean isString() {
        return quoting != Quoting.NOTHING;
    }

    /** A name with what qualifies it; empty when it cannot be written there. */
    Optional<Offer> name(String schema, String name) {
        if (isString()) {
            String qualification = schema.isEmpty() ? "" : Identifier.readable(schema) + '.';
            return Optional.of(string(qualification + Identifier.readable(name), true));
        }
        String qualification = schema.isEmpty() ? "" : identifier(schema) + '.';
        boolean typable = !command || (schema + name).chars().noneMatch(Character::isISOControl);
        return typable ? Optional.of(Offer.word(qualification + identifier(name))) : Optional.empty();
    }

    /** A schema, with the dot after which its names follow. */
    Offer schema(String schema) {
        return isString()
                ? string(Identifier.readable(schema) + '.', false)
                : new Offer(identifier(schema) + '.', false);
    }

    /** A text that is no name of SQL, and stands in a string as it is. */
    Offer plain(String text) {
        return isString() ? string(text, true) : Offer.word(text);
    }

    private Offer string(String content, boolean whole) {
        String end = whole && closes ? "'" : "";
        if (!isVisible(content)) {
            return new Offer("U&'" + escaped(content, '\'') + end, false);
        }
        String written = content.replace("'", "''");
        String slashes = quoting == Quoting.ESCAPES ? written.replace("\\", "\\\\") : written;
        return new Offer(quoting.opening() + slashes + end, false);
    }

    // A name that cannot be seen as it is, is written in escapes that SQL reads, and never put on the line raw.
    private String identifier(String name) {
        return command || isVisible(name) ? Identifier.readable(name) : "U&\"" + escaped(name, '"') + '"';
    }

    private static boolean isVisible(String text) {
        return Visible.cell(text).equals(text);
    }

    private static String escaped(String text, char quote) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            String one = Character.toString(c);
            if (c == '\\' || c == quote) {
                escaped.append(one).append(one);
            } else if (isVisible(one)) {
                escaped.append(one);
            } else {
                escaped.append(String.format("\\+%06x", c));
            }
        });
        return escaped.toString();
    }
}
