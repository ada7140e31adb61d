package dev.dbsh.render;

import static dev.dbsh.render.CodePoints.between;

/**
 * Makes text from strangers harmless: what could steer a terminal, turn the direction of a line or hide in it is shown
 * as an escape and never sent. The escapes are those of PostgreSQL's {@code E''} strings, so they can be typed back.
 *
 * <p>Only two invisible characters pass, and only where an emoji is made of them: the joiner between two pictures and
 * the picture selector after one. Everywhere else, also in Persian and Sinhala words and after ideographs, they are
 * shown: two names that look the same and are not cost more in an incident than a word that looks odd. Subdivision
 * flags are spelled with tag characters, which can carry a whole hidden text, so those are shown too.
 */
public final class Visible {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private Visible() {}

    /** Text for one line: line breaks and tabs are shown as well. The same object when nothing is to be shown. */
    public static String cell(String text) {
        int harmless = harmless(text, false);
        return harmless == text.length() ? text : escaped(text, harmless, false);
    }

    /** Text of several lines: line feeds and tabs stay. */
    public static String lines(String text) {
        int harmless = harmless(text, true);
        return harmless == text.length() ? text : escaped(text, harmless, true);
    }

    private static int harmless(String text, boolean lines) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if ((c < ' ' || c > '~') && mustShow(text, i, lines)) {
                return i;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
            }
        }
        return length;
    }

    private static String escaped(String text, int from, boolean lines) {
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, from);
        int i = from;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            if (mustShow(text, i, lines)) {
                escape(codePoint, out);
            } else {
                out.appendCodePoint(codePoint);
            }
            i += Character.charCount(codePoint);
        }
        return out.toString();
    }

    private static boolean mustShow(String text, int at, boolean lines) {
        char c = text.charAt(at);
        if (lines && (c == '\n' || c == '\t')) {
            return false;
        }
        if (c == Emoji.JOINER || c == Emoji.PICTURE_SELECTOR) {
            return !Emoji.isGlue(text, at);
        }
        return isHidden(text.codePointAt(at));
    }

    /** True for what a terminal obeys, does not show, or shows as something else; also for half a surrogate pair. */
    static boolean isHidden(int codePoint) {
        if (codePoint < 0x300) {
            return codePoint < ' ' || between(0x7F, codePoint, 0x9F) || codePoint == 0xAD;
        }
        if (codePoint >= 0x10000) {
            return between(0xE0000, codePoint, 0xE0FFF)
                    || between(0x1BCA0, codePoint, 0x1BCA3)
                    || between(0x1D173, codePoint, 0x1D17A)
                    || (codePoint & 0xFFFE) == 0xFFFE;
        }
        return codePoint < 0x2000 ? isHiddenInScripts(codePoint) : isHiddenInSymbols(codePoint);
    }

    private static boolean isHiddenInScripts(int codePoint) {
        return switch (codePoint) {
            case 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5 -> true;
            default -> between(0x180B, codePoint, 0x180F);
        };
    }

    private static boolean isHiddenInSymbols(int codePoint) {
        if (codePoint < 0x2070) {
            return codePoint >= 0x2060 || between(0x200B, codePoint, 0x200F) || between(0x2028, codePoint, 0x202E);
        }
        return codePoint == 0x3164
                || between(0xD800, codePoint, 0xDFFF)
                || between(0xFDD0, codePoint, 0xFDEF)
                || between(0xFE00, codePoint, 0xFE0F)
                || codePoint == 0xFEFF
                || codePoint == 0xFFA0
                || between(0xFFF0, codePoint, 0xFFFB)
                || codePoint >= 0xFFFE;
    }

    private static void escape(int codePoint, StringBuilder out) {
        switch (codePoint) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (codePoint < 0x80) {
                    hex("\\x", codePoint, 2, out);
                } else if (between(0xDC80, codePoint, 0xDCFF)) {
                    // a byte that belongs to no character
                    hex("\\x", codePoint & 0xFF, 2, out);
                } else if (codePoint < 0x10000) {
                    hex("\\u", codePoint, 4, out);
                } else {
                    hex("\\U", codePoint, 8, out);
                }
            }
        }
    }

    private static void hex(String prefix, int number, int digits, StringBuilder out) {
        out.append(prefix);
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            out.append(HEX[number >> shift & 0xF]);
        }
    }
}
