package dev.dbsh.sql;

import java.util.Arrays;

/** What a byte of UTF-8 can be part of. Bytes beyond ASCII are parts of names, as for the server. */
final class CharacterClass {
    static final int SPACE = 1;
    /** The first of a name. */
    static final int NAME = 2;

    static final int DIGIT = 3;
    static final int OPERATOR = 4;

    private static final byte[] CLASSES = classes();

    private CharacterClass() {}

    static int of(byte c) {
        return CLASSES[c & 0xff];
    }

    static boolean isSpace(byte c) {
        return CLASSES[c & 0xff] == SPACE;
    }

    static boolean isNewline(byte c) {
        return c == '\n' || c == '\r';
    }

    static boolean isNameStart(byte c) {
        return CLASSES[c & 0xff] == NAME;
    }

    static boolean isNamePart(byte c) {
        return isTagPart(c) || c == '$';
    }

    /** Unlike the rest of a name, the tag of a dollar quote has no dollar in it. */
    static boolean isTagPart(byte c) {
        int of = CLASSES[c & 0xff];
        return of == NAME || of == DIGIT;
    }

    static boolean isDigit(byte c) {
        return CLASSES[c & 0xff] == DIGIT;
    }

    static boolean isOperator(byte c) {
        return CLASSES[c & 0xff] == OPERATOR;
    }

    private static byte[] classes() {
        byte[] classes = new byte[256];
        Arrays.fill(classes, 0x80, classes.length, (byte) NAME);
        mark(classes, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", NAME);
        mark(classes, " \t\n\r\f\u000b", SPACE);
        mark(classes, "0123456789", DIGIT);
        mark(classes, "~!@#^&|`?+-*/%<>=", OPERATOR);
        return classes;
    }

    private static void mark(byte[] classes, String characters, int what) {
        for (int i = 0; i < characters.length(); i++) {
            classes[characters.charAt(i)] = (byte) what;
        }
    }
}
