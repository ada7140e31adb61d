package dev.dbsh.render;

/** Ranges of characters. */
final class CodePoints {
    private CodePoints() {}

    static boolean between(int first, int codePoint, int last) {
        return first <= codePoint && codePoint <= last;
    }
}
