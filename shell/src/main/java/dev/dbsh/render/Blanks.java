package dev.dbsh.render;

import java.io.IOException;

/** Blanks in any number. */
final class Blanks {
    private static final String SOME = " ".repeat(64);
    private static final int TAB = 8;

    private Blanks() {}

    static void append(int count, Appendable out) throws IOException {
        int left = count;
        while (left > SOME.length()) {
            out.append(SOME);
            left -= SOME.length();
        }
        out.append(SOME, 0, left);
    }

    /** The visible line with blanks up to the next multiple of eight in place of tabs, so that it can be measured. */
    static String forTabs(String line) {
        int tab = line.indexOf('\t');
        if (tab < 0) {
            return line;
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (tab >= 0) {
            out.append(line, from, tab);
            out.append(SOME, 0, TAB - DisplayWidth.of(out) % TAB);
            from = tab + 1;
            tab = line.indexOf('\t', from);
        }
        return out.append(line, from, line.length()).toString();
    }
}
