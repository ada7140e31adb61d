package dev.dbsh.sql;

import org.jspecify.annotations.Nullable;

/** What {@code \0041} and {@code \+000041} stand for in {@code U&} literals, where the backslash may be another character. */
final class UnicodeEscapes {
    private static final int SHORT = 4;
    private static final int LONG = 6;

    private final String text;
    private final char escape;
    private final StringBuilder plain = new StringBuilder();
    private int at;

    private UnicodeEscapes(String text, char escape) {
        this.text = text;
        this.escape = escape;
    }

    /** True for the one character that the server takes after UESCAPE. */
    static boolean canBegin(String character) {
        if (character.length() != 1) {
            return false;
        }
        char c = character.charAt(0);
        return c < 0x80 && Character.digit(c, 16) < 0 && "+'\"".indexOf(c) < 0 && !CharacterClass.isSpace((byte) c);
    }

    /** The text without its escapes; null when the server would refuse one of them. */
    static @Nullable String undone(String text, char escape) {
        UnicodeEscapes escapes = new UnicodeEscapes(text, escape);
        return escapes.undo() ? escapes.plain.toString() : null;
    }

    private boolean undo() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != escape) {
                plain.append(c);
            } else if (at < text.length() && text.charAt(at) == escape) {
                plain.append(c);
                at++;
            } else if (!codePoint()) {
                return false;
            }
        }
        return isWhole(plain);
    }

    private boolean codePoint() {
        boolean isLong = at < text.length() && text.charAt(at) == '+';
        int from = isLong ? at + 1 : at;
        int end = from + (isLong ? LONG : SHORT);
        int codePoint = end <= text.length() ? hexadecimal(text, from, end) : -1;
        if (codePoint < 1 || codePoint > Character.MAX_CODE_POINT) {
            return false;
        }
        plain.appendCodePoint(codePoint);
        at = end;
        return true;
    }

    /** True when no half of a surrogate pair stands alone. */
    static boolean isWhole(CharSequence text) {
        return text.codePoints().noneMatch(c -> Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE);
    }

    /** The number between the two places; -1 when something else is. */
    static int hexadecimal(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            number = number << 4 | digit;
        }
        return number;
    }
}
