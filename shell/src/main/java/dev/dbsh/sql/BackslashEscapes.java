package dev.dbsh.sql;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What backslashes stand for in {@code E'...'}: characters, and bytes that make characters together. */
final class BackslashEscapes {
    private final String text;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int at;

    private BackslashEscapes(String text) {
        this.text = text;
    }

    /** The text without its escapes; null when the server would refuse one of them. */
    static @Nullable String undone(String text) {
        BackslashEscapes escapes = new BackslashEscapes(text);
        return escapes.undo() ? escapes.decoded() : null;
    }

    private boolean undo() {
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            if (codePoint != '\\' || at == text.length()) {
                append(codePoint);
            } else if (!escape(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private @Nullable String decoded() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private void append(int codePoint) {
        bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
    }

    private boolean escape(char c) {
        switch (c) {
            case '0', '1', '2', '3', '4', '5', '6', '7' -> number(at, 3, 8);
            case 'x' -> hexadecimal();
            case 'u', 'U' -> {
                return character();
            }
            default -> {
                at++;
                append(single(c));
            }
        }
        return true;
    }

    private static char single(char c) {
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> '\u000b';
            default -> c;
        };
    }

    private void hexadecimal() {
        int from = at + 1;
        number(from, 2, 16);
        if (at == from) {
            append('x');
        }
    }

    /** Writes the byte whose digits begin there; nothing without a digit. */
    private void number(int from, int digits, int base) {
        int value = 0;
        at = from;
        while (at < text.length() && at < from + digits && digit(at, base) >= 0) {
            value = value * base + digit(at, base);
            at++;
        }
        if (at > from) {
            bytes.write(value);
        }
    }

    private int digit(int index, int base) {
        char c = text.charAt(index);
        return c < 0x80 ? Character.digit(c, base) : -1;
    }

    private boolean character() {
        int codePoint = codePoint();
        if (Character.MIN_HIGH_SURROGATE <= codePoint && codePoint <= Character.MAX_HIGH_SURROGATE) {
            boolean follows = text.startsWith("\\u", at) || text.startsWith("\\U", at);
            at++;
            int low = follows ? codePoint() : 0;
            if (low < Character.MIN_LOW_SURROGATE || low > Character.MAX_LOW_SURROGATE) {
                return false;
            }
            codePoint = Character.toCodePoint((char) codePoint, (char) low);
        } else if (Character.MIN_LOW_SURROGATE <= codePoint && codePoint <= Character.MAX_LOW_SURROGATE) {
            return false;
        }
        if (codePoint < 1 || codePoint > Character.MAX_CODE_POINT) {
            return false;
        }
        append(codePoint);
        return true;
    }

    /** The number behind the letter u or U; -1 when digits are missing. */
    private int codePoint() {
        int from = at + 1;
        int end = from + (text.charAt(at) == 'u' ? 4 : 8);
        if (end > text.length()) {
            return -1;
        }
        at = end;
        return UnicodeEscapes.hexadecimal(text, from, end);
    }
}
