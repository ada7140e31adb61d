package dev.dbsh.pg;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One statement, kept in a file beside the class that uses it.
 *
 * <p>Names enter only through {@link #with}, values only as parameters, so no text from a stranger is ever part of it.
 */
public final class Sql {
    private final Class<?> owner;
    private final String name;
    private @Nullable String text;

    private Sql(Class<?> owner, String name, @Nullable String text) {
        this.owner = owner;
        this.name = name;
        this.text = text;
    }

    /** The file of that name in the package of {@code owner}; read when it is first used. */
    public static Sql of(Class<?> owner, String file) {
        return new Sql(owner, file, null);
    }

    /** The same statement with {@code {placeholder}} replaced by the quoted name. */
    public Sql with(String placeholder, Identifier identifier) {
        String braced = '{' + placeholder + '}';
        if (!text().contains(braced)) {
            throw new IllegalArgumentException(name + " has no " + braced);
        }
        return new Sql(owner, name, text().replace(braced, identifier.quoted()));
    }

    /** The file, for messages about our own mistakes. */
    public String name() {
        return name;
    }

    String text() {
        String known = text;
        if (known == null) {
            known = withoutHeader(read());
            text = known;
        }
        return known;
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
