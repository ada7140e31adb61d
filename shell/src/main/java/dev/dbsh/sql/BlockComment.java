package dev.dbsh.sql;

/** A comment between slashes and stars, which may have others in it. */
final class BlockComment implements LongToken {
    private int at;
    private int depth;

    void begin(int from) {
        at = from + 2;
        depth = 1;
    }

    @Override
    public int end(byte[] text, int to, boolean last) {
        int i = at;
        while (i + 1 < to) {
            byte c = text[i];
            if (c == '*' && text[i + 1] == '/') {
                i += 2;
                if (--depth == 0) {
                    return i;
                }
            } else if (c == '/' && text[i + 1] == '*') {
                i += 2;
                depth++;
            } else {
                i++;
            }
        }
        at = i;
        return GOES_ON;
    }

    @Override
    public void moved(int by) {
        at -= by;
    }
}
