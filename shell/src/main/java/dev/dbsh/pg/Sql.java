package dev.dbsh.pg;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * One statement, kept in a file beside the class that uses it.
 *
 * <p>Names enter only through {@link #with}, values only as parameters, so no text from a stranger is ever part of it.
 */
public final class Sql {
    private final String name;
    private final String text;

    private Sql(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** Reads the file of that name from the package of {@code owner}; a missing one is a bug and fails at once. */
    public static Sql of(Class<?> owner, String file) {
        try (InputStream in = owner.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file + " beside " + owner.getName());
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Sql(file, withoutHeader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same statement with {@code {placeholder}} replaced by the quoted name. */
    public Sql with(String placeholder, Identifier identifier) {
        String braced = '{' + placeholder + '}';
        if (!text.contains(braced)) {
            throw new IllegalArgumentException(name + " has no " + braced);
        }
        return new Sql(name, text.replace(braced, identifier.quoted()));
    }

    /** The file, for messages about our own mistakes. */
    public String name() {
        return name;
    }

    String text() {
        return text;
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
