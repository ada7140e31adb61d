package dev.dbsh.pg;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One statement, kept in a file beside the class that uses it.
 *
 * <p>Names enter only through {@link #with}, values only as parameters, so no text from a stranger is ever part of it.
 */
public final class Sql {
    private final Class<?> owner;
    private final String name;
    private final Map<String, String> names;
    private @Nullable String template;
    private @Nullable String text;

    private Sql(Class<?> owner, String name, Map<String, String> names, @Nullable String template) {
        this.owner = owner;
        this.name = name;
        this.names = names;
        this.template = template;
    }

    /** The file of that name in the package of {@code owner}; read when it is first used. */
    public static Sql of(Class<?> owner, String file) {
        return new Sql(owner, file, Map.of(), null);
    }

    /** The same statement with {@code {placeholder}} replaced by the quoted name. */
    public Sql with(String placeholder, Identifier identifier) {
        if (!template().contains('{' + placeholder + '}')) {
            throw new IllegalArgumentException(name + " has no {" + placeholder + "}");
        }
        Map<String, String> more = new HashMap<>(names);
        more.put(placeholder, identifier.quoted());
        return new Sql(owner, name, Map.copyOf(more), template());
    }

    /**
     * The rows of all of them, in no certain order: each has to say which one it is. Their parameters follow each other
     * in the order of the list.
     */
    public static Sql unionAll(List<Sql> parts) {
        Sql first = parts.get(0);
        Sql union = new Sql(first.owner, first.name, Map.of(), "");
        union.text = parts.stream().map(Sql::text).collect(Collectors.joining(")\nunion all\n(", "(", ")"));
        return union;
    }

    /** The file, for messages about our own mistakes. */
    public String name() {
        return name;
    }

    String text() {
        String known = text;
        if (known == null) {
            known = filled(template(), Collections.emptyIterator());
            text = known;
        }
        return known;
    }

    private String template() {
        String known = template;
        if (known == null) {
            known = withoutHeader(read());
            template = known;
        }
        return known;
    }

    /** The statement on one line with its values in place, as it could be typed. */
    public String shown(@Nullable Object... arguments) {
        List<String> literals = new ArrayList<>();
        for (Object argument : arguments) {
            literals.add(literal(argument));
        }
        return filled(template().replaceAll("\\s*\\n\\s*", " "), literals.iterator());
    }

    private static String literal(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        String text = value.toString();
        if (value instanceof Number && !text.startsWith("-")) {
            return text;
        }
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }

    // In one pass over the file's own text: a table may be called "{column}", and what it brings must stay a name.
    private String filled(String from, Iterator<String> literals) {
        if (names.isEmpty() && !literals.hasNext()) {
            return from;
        }
        StringBuilder to = new StringBuilder(from.length() + 100);
        int at = 0;
        while (at < from.length()) {
            char c = from.charAt(at);
            int close = c == '{' ? from.indexOf('}', at) : -1;
            String quoted = close < 0 ? null : names.get(from.substring(at + 1, close));
            if (quoted != null) {
                to.append(quoted);
                at = close + 1;
            } else {
                to.append(c == '?' && literals.hasNext() ? literals.next() : String.valueOf(c));
                at++;
            }
        }
        return to.toString();
    }

    private String read() {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name + " beside " + owner.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // The comment lines at the top are for readers; sending them would only lengthen what the server logs.
    private static String withoutHeader(String text) {
        int at = 0;
        while (text.startsWith("--", at)) {
            at = text.indexOf('\n', at) + 1;
        }
        return text.substring(at).strip();
    }
}
