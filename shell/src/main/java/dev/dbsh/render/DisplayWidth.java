package dev.dbsh.render;

import static dev.dbsh.render.CodePoints.between;

import java.util.Arrays;

/**
 * How many cells of a terminal a text takes, counted by what is seen as one character: an emoji made of several is one
 * picture of two cells.
 *
 * <p>What is wide is Unicode 17's East Asian Width (W and F), checked in because the JDK does not have it. What combines
 * comes from the JDK's own Unicode data, so a mark younger than the JDK counts one. Ambiguous characters count one, as
 * in every terminal that is not set to a CJK locale of old.
 */
public final class DisplayWidth {
    private static final int FIRST_COMBINING = 0x300;
    private static final int FIRST_WIDE = 0x1100;

    private DisplayWidth() {}

    public static int of(CharSequence text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return i + ofAny(text, i);
            }
        }
        return length;
    }

    private static int ofAny(CharSequence text, int from) {
        int cells = 0;
        int i = from;
        while (i < text.length()) {
            int codePoint = Character.codePointAt(text, i);
            cells += added(text, i, codePoint);
            i += Character.charCount(codePoint);
        }
        return cells;
    }

    /** What a character adds to those before it. */
    private static int added(CharSequence text, int at, int codePoint) {
        if (codePoint == Emoji.PICTURE_SELECTOR) {
            return Emoji.isGlue(text, at) && addedBefore(text, at) == 1 ? 1 : 0;
        }
        if (Emoji.isPicture(codePoint) && isPartOfPicture(text, at, codePoint)) {
            return 0;
        }
        return isWithinCluster(text, at, codePoint) ? 0 : ofOne(codePoint);
    }

    private static int addedBefore(CharSequence text, int at) {
        int before = Character.codePointBefore(text, at);
        return added(text, at - Character.charCount(before), before);
    }

    private static boolean isPartOfPicture(CharSequence text, int at, int codePoint) {
        if (at == 0) {
            return false;
        }
        if (Emoji.isSkinTone(codePoint)) {
            return Emoji.isPicture(Character.codePointBefore(text, at));
        }
        return text.charAt(at - 1) == Emoji.JOINER && Emoji.isGlue(text, at - 1);
    }

    // A vowel sign of Devanagari and its relatives has a cell of its own. A second one has none, nor has that of two
    // consonants tied by a virama: such a cluster is set in two cells.
    private static boolean isWithinCluster(CharSequence text, int at, int codePoint) {
        return at >= 2
                && between(0x900, codePoint, 0xDFF)
                && isSpacingMark(codePoint)
                && (isSpacingMark(text.charAt(at - 1)) || isVirama(text.charAt(at - 2)));
    }

    private static boolean isSpacingMark(int codePoint) {
        return Character.getType(codePoint) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isVirama(char c) {
        return (between(0x900, c, 0xD7F) && (c & 0x7F) == 0x4D) || c == 0xDCA;
    }

    private static int ofOne(int codePoint) {
        if (codePoint < FIRST_COMBINING) {
            return codePoint < ' ' || between(0x7F, codePoint, 0x9F) ? 0 : 1;
        }
        if (isJoinedToItsSyllable(codePoint)) {
            return 0;
        }
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> 0;
            default -> codePoint >= FIRST_WIDE && Wide.has(codePoint) ? 2 : 1;
        };
    }

    // The vowels and endings of Hangul written in parts stand in the cells of their first consonant.
    private static boolean isJoinedToItsSyllable(int codePoint) {
        return between(0x1160, codePoint, 0x11FF) || between(0xD7B0, codePoint, 0xD7FF);
    }

    /** Loaded with the first character that could be wide. */
    private static final class Wide {
        // First and last of each range; regional indicators left out: each is half of a flag.
        private static final int[] RANGES = {
            0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x23F0, 0x23F0, 0x23F3, 0x23F3,
            0x25FD, 0x25FE, 0x2614, 0x2615, 0x2630, 0x2637, 0x2648, 0x2653, 0x267F, 0x267F, 0x268A, 0x268F,
            0x2693, 0x2693, 0x26A1, 0x26A1, 0x26AA, 0x26AB, 0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26CE, 0x26CE,
            0x26D4, 0x26D4, 0x26EA, 0x26EA, 0x26F2, 0x26F3, 0x26F5, 0x26F5, 0x26FA, 0x26FA, 0x26FD, 0x26FD,
            0x2705, 0x2705, 0x270A, 0x270B, 0x2728, 0x2728, 0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755,
            0x2757, 0x2757, 0x2795, 0x2797, 0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50,
            0x2B55, 0x2B55, 0x2E80, 0x2E99, 0x2E9B, 0x2EF3, 0x2F00, 0x2FD5, 0x2FF0, 0x3029, 0x3030, 0x303E,
            0x3041, 0x3096, 0x309B, 0x30FF, 0x3105, 0x312F, 0x3131, 0x3163, 0x3165, 0x318E, 0x3190, 0x31E5,
            0x31EF, 0x321E, 0x3220, 0x3247, 0x3250, 0xA48C, 0xA490, 0xA4C6, 0xA960, 0xA97C, 0xAC00, 0xD7A3,
            0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE52, 0xFE54, 0xFE66, 0xFE68, 0xFE6B, 0xFF01, 0xFF60,
            0xFFE0, 0xFFE6, 0x16FE0, 0x16FE3, 0x16FF2, 0x16FF6, 0x17000, 0x18CD5, 0x18CFF, 0x18D1E, 0x18D80, 0x18DF2,
            0x1AFF0, 0x1AFF3, 0x1AFF5, 0x1AFFB, 0x1AFFD, 0x1AFFE, 0x1B000, 0x1B122, 0x1B132, 0x1B132, 0x1B150, 0x1B152,
            0x1B155, 0x1B155, 0x1B164, 0x1B167, 0x1B170, 0x1B2FB, 0x1D300, 0x1D356, 0x1D360, 0x1D376, 0x1F004, 0x1F004,
            0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F200, 0x1F202, 0x1F210, 0x1F23B, 0x1F240, 0x1F248,
            0x1F250, 0x1F251, 0x1F260, 0x1F265, 0x1F300, 0x1F320, 0x1F32D, 0x1F335, 0x1F337, 0x1F37C, 0x1F37E, 0x1F393,
            0x1F3A0, 0x1F3CA, 0x1F3CF, 0x1F3D3, 0x1F3E0, 0x1F3F0, 0x1F3F4, 0x1F3F4, 0x1F3F8, 0x1F43E, 0x1F440, 0x1F440,
            0x1F442, 0x1F4FC, 0x1F4FF, 0x1F53D, 0x1F54B, 0x1F54E, 0x1F550, 0x1F567, 0x1F57A, 0x1F57A, 0x1F595, 0x1F596,
            0x1F5A4, 0x1F5A4, 0x1F5FB, 0x1F64F, 0x1F680, 0x1F6C5, 0x1F6CC, 0x1F6CC, 0x1F6D0, 0x1F6D2, 0x1F6D5, 0x1F6D8,
            0x1F6DC, 0x1F6DF, 0x1F6EB, 0x1F6EC, 0x1F6F4, 0x1F6FC, 0x1F7E0, 0x1F7EB, 0x1F7F0, 0x1F7F0, 0x1F90C, 0x1F93A,
            0x1F93C, 0x1F945, 0x1F947, 0x1F9FF, 0x1FA70, 0x1FA7C, 0x1FA80, 0x1FA8A, 0x1FA8E, 0x1FAC6, 0x1FAC8, 0x1FAC8,
            0x1FACD, 0x1FADC, 0x1FADF, 0x1FAEA, 0x1FAEF, 0x1FAF8, 0x20000, 0x2FFFD, 0x30000, 0x3FFFD
        };

        private static boolean has(int codePoint) {
            int found = Arrays.binarySearch(RANGES, codePoint);
            // A place to insert at an odd index lies between a first and its last.
            return found >= 0 || -found % 2 == 0;
        }
    }
}
