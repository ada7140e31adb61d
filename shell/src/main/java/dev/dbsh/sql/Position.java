package dev.dbsh.sql;

/**
 * A place in a text.
 *
 * @param offset in bytes of UTF-8, counted from 0
 * @param codePoint counted from 0; a byte order mark is one
 * @param line counted from 1, ended by line feeds
 * @param column in code points, counted from 1; a byte order mark has none
 */
public record Position(long offset, long codePoint, int line, int column) {
    static final Position START = new Position(0, 0, 1, 1);

    /** The place behind those bytes, which begin here. */
    Position after(byte[] text, int from, int to) {
        int lines = 0;
        int inside = 0;
        int lineStart = from;
        int insideBefore = 0;
        for (int i = from; i < to; i++) {
            byte c = text[i];
            if (c < Utf8.FIRST_LEADING) {
                inside++;
            } else if (c == '\n') {
                lines++;
                lineStart = i + 1;
                insideBefore = inside;
            }
        }
        int codePoints = to - from - inside;
        int inLine = to - lineStart - (inside - insideBefore);
        return new Position(
                offset + (to - from), codePoint + codePoints, line + lines, lines == 0 ? column + inLine : inLine + 1);
    }

    /** The place behind a byte order mark, which begins here. */
    Position afterMark() {
        return new Position(offset + Utf8.BYTE_ORDER_MARK, codePoint + 1, line, column);
    }

    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
