package dev.dbsh.sql;

/** Finds where text stops being UTF-8 without NUL. */
final class Utf8 {
    /** Bytes below it, as they are signed, are those inside of a character. */
    static final byte FIRST_LEADING = (byte) 0xC0;

    /** The length of a byte order mark. */
    static final int BYTE_ORDER_MARK = 3;

    private Utf8() {}

    /** Where the first character begins that is wrong, is NUL, or goes on behind {@code to}; {@code to} when none does. */
    static int validUntil(byte[] text, int from, int to) {
        int i = from;
        while (i < to) {
            byte c = text[i];
            if (c > 0) {
                i++;
                continue;
            }
            int size = size(c);
            if (size == 0 || i + size > to || !isCharacter(text, i, size)) {
                return i;
            }
            i += size;
        }
        return to;
    }

    /** True when more bytes can make a character of those from {@code from} on. */
    static boolean isCutOff(byte[] text, int from, int to) {
        int size = from < to ? size(text[from]) : 0;
        if (size <= to - from) {
            return false;
        }
        for (int i = from + 1; i < to; i++) {
            if (text[i] >= FIRST_LEADING) {
                return false;
            }
        }
        return true;
    }

    static boolean isByteOrderMark(byte[] text, int at) {
        return text[at] == (byte) 0xEF && text[at + 1] == (byte) 0xBB && text[at + 2] == (byte) 0xBF;
    }

    /** How many bytes the character has that begins with this one; 0 when none does. */
    private static int size(byte first) {
        int c = first & 0xff;
        if (c == 0 || (c >= 0x80 && c < 0xC2) || c > 0xF4) {
            return 0;
        }
        if (c < 0x80) {
            return 1;
        }
        return c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    }

    private static boolean isCharacter(byte[] text, int at, int size) {
        for (int i = 1; i < size; i++) {
            if (text[at + i] >= FIRST_LEADING) {
                return false;
            }
        }
        int second = size > 2 ? text[at + 1] & 0xff : 0x80;
        return switch (text[at] & 0xff) {
            case 0xE0 -> second >= 0xA0;
            case 0xED -> second < 0xA0;
            case 0xF0 -> second >= 0x90;
            case 0xF4 -> second < 0x90;
            default -> true;
        };
    }
}
