package dev.dbsh.render;

import static dev.dbsh.render.CodePoints.between;

/** What can stand in an emoji sequence. A little wider than Unicode's own list, which a JDK 17 does not have. */
final class Emoji {
    static final int JOINER = 0x200D;
    static final int PICTURE_SELECTOR = 0xFE0F;
    private static final int KEYCAP = 0x20E3;

    private Emoji() {}

    /** True for what a joiner may connect and a picture selector may widen. */
    static boolean isPicture(int codePoint) {
        if (codePoint >= 0x1F000) {
            return codePoint <= 0x1FAFF && !isRegionalIndicator(codePoint);
        }
        return switch (codePoint) {
            case 0xA9, 0xAE, 0x203C, 0x2049, 0x2122, 0x2139, 0x24C2, 0x2934, 0x2935 -> true;
            case 0x2B05, 0x2B06, 0x2B07, 0x2B1B, 0x2B1C, 0x2B50, 0x2B55, 0x3030, 0x303D, 0x3297, 0x3299 -> true;
            default -> isOldPicture(codePoint);
        };
    }

    private static boolean isOldPicture(int codePoint) {
        return between(0x2194, codePoint, 0x21AA)
                || between(0x231A, codePoint, 0x23FF)
                || between(0x25AA, codePoint, 0x27BF);
    }

    static boolean isSkinTone(int codePoint) {
        return between(0x1F3FB, codePoint, 0x1F3FF);
    }

    static boolean isRegionalIndicator(int codePoint) {
        return between(0x1F1E6, codePoint, 0x1F1FF);
    }

    /** True for a digit, {@code #} or {@code *}: with a picture selector and a frame it becomes a key. */
    static boolean isKey(int codePoint) {
        return between('0', codePoint, '9') || codePoint == '#' || codePoint == '*';
    }

    /** Whether the character at this place, a joiner or a picture selector, does its proper work in an emoji. */
    static boolean isGlue(CharSequence text, int at) {
        char glue = text.charAt(at);
        int next = at + 1 < text.length() ? Character.codePointAt(text, at + 1) : 0;
        if (glue == PICTURE_SELECTOR) {
            int before = before(text, at);
            return isPicture(before) || (isKey(before) && next == KEYCAP);
        }
        return glue == JOINER && isPicture(next) && isPicture(pictureBefore(text, at));
    }

    private static int pictureBefore(CharSequence text, int at) {
        int before = before(text, at);
        return before == PICTURE_SELECTOR ? before(text, at - 1) : before;
    }

    private static int before(CharSequence text, int at) {
        return at > 0 ? Character.codePointBefore(text, at) : 0;
    }
}
