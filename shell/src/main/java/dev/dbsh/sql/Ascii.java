package dev.dbsh.sql;

/** Words of the grammar among bytes. */
final class Ascii {
    private Ascii() {}

    /** True when the bytes are that word, given in lower case, in whatever case they are. */
    static boolean isWord(byte[] text, int from, int to, String word) {
        if (to - from != word.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if ((text[i] | 0x20) != word.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }
}
