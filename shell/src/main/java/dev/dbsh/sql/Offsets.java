package dev.dbsh.sql;

/** Where bytes of UTF-8 are in the text that they were made of, asked for from front to back. */
final class Offsets {
    private final String text;
    private final boolean ascii;
    private int at;
    private int bytes;

    Offsets(String text, int length) {
        this.text = text;
        this.ascii = text.length() == length;
    }

    /** The index of the character whose bytes begin at {@code offset}, no smaller than the one before. */
    int of(int offset) {
        if (ascii) {
            return offset;
        }
        while (bytes < offset) {
            int codePoint = text.codePointAt(at);
            bytes += size(codePoint);
            at += Character.charCount(codePoint);
        }
        return at;
    }

    // A surrogate that stands alone becomes a question mark.
    private static int size(int codePoint) {
        if (codePoint < 0x80 || (Character.MIN_SURROGATE <= codePoint && codePoint <= Character.MAX_SURROGATE)) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < Character.MIN_SUPPLEMENTARY_CODE_POINT ? 3 : 4;
    }
}
