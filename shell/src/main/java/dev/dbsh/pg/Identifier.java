package dev.dbsh.pg;

import java.nio.charset.StandardCharsets;

/** A name that may be written into SQL text. Quoting is not optional, so there is no other way out. */
public sealed interface Identifier permits QualifiedName, SimpleName {

    /** The server cuts longer names silently, and so drops the twin of the table that was meant. */
    int MAX_BYTES = 63;

    /** As SQL text, always in quotes. */
    String quoted();

    /** As an operator would type it: quotes where {@code quote_ident} puts them, and nowhere else. */
    static String readable(String name) {
        return isPlain(name) && !Keywords.isReserved(name) ? name : quote(name);
    }

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** True when the server would cut the name. */
    static boolean isTooLong(String name) {
        return name.length() > MAX_BYTES || name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }

    /** A name without quotes as the server reads it in a database of UTF-8: only the letters of ASCII are folded. */
    static String folded(String typed) {
        StringBuilder folded = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return folded.toString();
    }

    private static boolean isPlain(String name) {
        if (name.isEmpty() || !isLetter(name.charAt(0))) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isLetter(c) && !(c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || c == '_';
    }
}
