package dev.dbsh.sql;

import java.util.Arrays;

/** {@code $tag$ ... $tag$}. */
final class DollarQuote implements LongToken {
    private byte[] tag = {};
    private int at;

    /** @param body behind the tag that opens it */
    void begin(byte[] text, int from, int body) {
        tag = Arrays.copyOfRange(text, from, body);
        at = body;
    }

    @Override
    public int end(byte[] text, int to, boolean last) {
        int i = at;
        int latest = to - tag.length;
        while (i <= latest) {
            if (text[i] == '$' && Arrays.equals(text, i, i + tag.length, tag, 0, tag.length)) {
                return i + tag.length;
            }
            i++;
        }
        at = i;
        return GOES_ON;
    }

    @Override
    public void moved(int by) {
        at -= by;
    }

    /** Where the tag at {@code from} ends, a dollar there; {@code from} when no quote begins; -1 when the text stops in it. */
    static int tagEnd(byte[] text, int from, int to) {
        int end = from + 1;
        if (end < to && CharacterClass.isNameStart(text[end])) {
            while (end < to && CharacterClass.isTagPart(text[end])) {
                end++;
            }
        }
        if (end == to) {
            return GOES_ON;
        }
        return text[end] == '$' ? end + 1 : from;
    }
}
