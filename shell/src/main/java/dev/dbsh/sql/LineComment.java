package dev.dbsh.sql;

/** {@code -- ...}, without the newline that ends it. */
final class LineComment implements LongToken {
    private int at;

    void begin(int from) {
        at = from + 2;
    }

    @Override
    public int end(byte[] text, int to, boolean last) {
        while (at < to && !CharacterClass.isNewline(text[at])) {
            at++;
        }
        return at < to || last ? at : GOES_ON;
    }

    @Override
    public void moved(int by) {
        at -= by;
    }
}
