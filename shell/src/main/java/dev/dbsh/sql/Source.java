package dev.dbsh.sql;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** The part of a text that is at hand: what is kept of it, and what has been read behind that. */
final class Source {
    // As much as most of what is typed, and enough to read files at the speed of the disk.
    private static final int SHORT = 1 << 12;
    private static final int USUAL = 1 << 16;

    private final InputStream in;
    private final int longest;
    private byte[] text = new byte[SHORT];

    /** Up to here the text is UTF-8 without NUL and may be looked at. */
    private int to;

    /** Up to here it has been read. */
    private int filled;

    private boolean ended;
    private int marked;
    private Position mark = Position.START;

    /** @param longest how many bytes may be kept at a time */
    Source(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    byte[] text() {
        return text;
    }

    int to() {
        return to;
    }

    /** True when nothing follows after {@link #to}. */
    boolean isLast() {
        return ended && to == filled;
    }

    /** The place of the byte at the index, which is asked for from front to back. */
    Position at(int index) {
        mark = mark.after(text, marked, index);
        marked = index;
        return mark;
    }

    /** Goes behind a byte order mark, if the text begins with one; it is a character without a column. */
    int pastByteOrderMark() {
        if (to < Utf8.BYTE_ORDER_MARK || !Utf8.isByteOrderMark(text, 0)) {
            return 0;
        }
        mark = mark.afterMark();
        marked = Utf8.BYTE_ORDER_MARK;
        return marked;
    }

    /**
     * Waits for more text. What stands before {@code keep} is forgotten.
     *
     * @return by how much all indexes are smaller now
     * @throws BrokenSql if NUL or something other than UTF-8 comes next, or too much is kept
     */
    int fill(int keep) throws IOException {
        Position kept = at(Math.max(keep, marked));
        int before = to;
        makeRoom(keep, kept);
        while (to == before - keep && !isLast()) {
            checkNext();
            int read = in.read(text, filled, text.length - filled);
            ended = read < 0;
            filled += Math.max(read, 0);
            to = Utf8.validUntil(text, to, filled);
        }
        return keep;
    }

    private void makeRoom(int keep, Position begin) throws BrokenSql {
        int kept = filled - keep;
        if (kept >= longest) {
            throw new BrokenSql(
                    begin,
                    "what begins here is longer than the " + (longest >> 20) + " MB that there is room for",
                    "psql, or a quote that is not closed?");
        }
        byte[] room = text;
        boolean isFull = text.length < USUAL ? filled == text.length : kept > text.length / 2;
        if (isFull && text.length < longest) {
            room = new byte[(int) Math.min(Math.max(2L * text.length, USUAL), longest)];
        } else if (text.length > USUAL && kept < USUAL / 2) {
            room = new byte[USUAL];
        }
        System.arraycopy(text, keep, room, 0, kept);
        text = room;
        to -= keep;
        filled -= keep;
        marked -= keep;
    }

    private void checkNext() throws BrokenSql {
        if (to < filled && (ended || !Utf8.isCutOff(text, to, filled))) {
            if (text[to] == 0) {
                throw new BrokenSql(at(to), "a NUL", "iconv -f UTF-16 -t UTF-8, if that is what it is");
            }
            throw new BrokenSql(at(to), "a byte that is not UTF-8: " + hexadecimal(text[to]), "iconv -t UTF-8");
        }
    }

    private static String hexadecimal(byte c) {
        return "0x" + Integer.toHexString(c & 0xff).toUpperCase(Locale.ROOT);
    }
}
