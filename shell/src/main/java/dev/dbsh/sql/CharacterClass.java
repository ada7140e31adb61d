package dev.dbsh.sql;

/** What a byte of UTF-8 can be part of. Bytes beyond ASCII are parts of names, as for the server. */
final class CharacterClass {
    private static final int SPACE = 1;
    private static final int NAME_START = 2;
    private static final int NAME_PART = 4;
    private static final int DIGIT = 8;
    private static final int OPERATOR = 16;

    private static final byte[] CLASSES = classes();

    private CharacterClass() {}

    static boolean isSpace(byte c) {
        return (CLASSES[c & 0xff] & SPACE) != 0;
    }

    static boolean isNewline(byte c) {
        return c == '\n' || c == '\r';
    }

    static boolean isNameStart(byte c) {
        return (CLASSES[c & 0xff] & NAME_START) != 0;
    }

    static boolean isNamePart(byte c) {
        return (CLASSES[c & 0xff] & NAME_PART) != 0;
    }

    static boolean isDigit(byte c) {
        return (CLASSES[c & 0xff] & DIGIT) != 0;
    }

    static boolean isOperator(byte c) {
        return (CLASSES[c & 0xff] & OPERATOR) != 0;
    }

    /** Unlike the rest of a name, the tag of a dollar quote has no dollar in it. */
    static boolean isTagPart(byte c) {
        return isNamePart(c) && c != '$';
    }

    private static byte[] classes() {
        byte[] classes = new byte[256];
        mark(classes, " \t\n\r\f\u000b", SPACE);
        mark(classes, "0123456789", DIGIT | NAME_PART);
        mark(classes, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", NAME_START | NAME_PART);
        mark(classes, "$", NAME_PART);
        mark(classes, "~!@#^&|`?+-*/%<>=", OPERATOR);
        for (int c = 0x80; c < classes.length; c++) {
            classes[c] = NAME_START | NAME_PART;
        }
        return classes;
    }

    private static void mark(byte[] classes, String characters, int what) {
        for (int i = 0; i < characters.length(); i++) {
            classes[characters.charAt(i)] |= (byte) what;
        }
    }
}
