package dev.dbsh.pg.connect;

import java.nio.charset.StandardCharsets;

/** Decodes one part of a connection URI, as libpq 17 and newer do: spaces around it do not count. */
final class PercentCode {
    private final String part;
    private final int column;
    private final boolean secret;

    private final byte[] bytes;
    private int length;

    private PercentCode(String part, int column, boolean secret) {
        this.part = part;
        this.column = column;
        this.secret = secret;
        this.bytes = new byte[part.length() * 3];
    }

    /**
     * @param column where the part begins in the URI, counted from 1
     * @param secret whether the part must not be shown in an error
     */
    static String decode(String part, int column, boolean secret) {
        if (part.indexOf('%') < 0 && part.indexOf(' ') < 0) {
            return part;
        }
        return new PercentCode(part, column, secret).decode();
    }

    private String decode() {
        int at = skipSpaces(0);
        while (at < part.length() && part.charAt(at) != ' ') {
            at = part.charAt(at) == '%' ? octet(at) : plain(at);
        }
        int end = skipSpaces(at);
        if (end < part.length()) {
            throw invalid("unexpected spaces found", at, "write %20 for a space");
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private int skipSpaces(int from) {
        int at = from;
        while (at < part.length() && part.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private int plain(int at) {
        int next = part.offsetByCodePoints(at, 1);
        byte[] encoded = part.substring(at, next).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
        return next;
    }

    private int octet(int at) {
        int high = at + 1 < part.length() ? Character.digit(part.charAt(at + 1), 16) : -1;
        int low = at + 2 < part.length() ? Character.digit(part.charAt(at + 2), 16) : -1;
        if (high < 0 || low < 0) {
            throw invalid("invalid percent-encoded token", at, "write %25 for a percent sign");
        }
        if (high == 0 && low == 0) {
            throw invalid("forbidden value %00 in percent-encoded value", at, "leave it out");
        }
        bytes[length++] = (byte) (high << 4 | low);
        return at + 3;
    }

    private InvalidConnection invalid(String what, int at, String hint) {
        String shown = secret ? " in the password" : ": \"" + part + '"';
        return new InvalidConnection(what + shown + ", column " + (column + at), hint);
    }
}
