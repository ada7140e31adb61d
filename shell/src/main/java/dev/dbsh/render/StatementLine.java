package dev.dbsh.render;

import org.jspecify.annotations.Nullable;

/**
 * The line of a statement that a failure points into.
 *
 * @param number counted from 1
 * @param text the visible line, cut around the place when it is long
 * @param cellsBefore the width of what stands before the place
 */
record StatementLine(int number, String text, int cellsBefore) {
    private static final int AROUND = 60;
    private static final String CUT = "...";

    /** The line with the character of this number; null when the statement is shorter. */
    static @Nullable StatementLine at(String statement, int position) {
        // One behind the last character is a place too: the server points there when the statement ends too soon.
        if (position < 1 || position > statement.codePointCount(0, statement.length()) + 1) {
            return null;
        }
        int at = statement.offsetByCodePoints(0, position - 1);
        int start = statement.lastIndexOf('\n', at - 1) + 1;
        int from = cut(statement, Math.max(start, at - AROUND));
        int end = endOfLine(statement, at);
        int to = cut(statement, Math.min(end, at + AROUND));
        String before = (from > start ? CUT : "") + statement.substring(from, at);
        String line = before + statement.substring(at, to) + (to < end ? CUT : "");
        return new StatementLine(number(statement, start), shown(line), DisplayWidth.of(shown(before)));
    }

    private static int endOfLine(String statement, int at) {
        int feed = statement.indexOf('\n', at);
        int end = feed < 0 ? statement.length() : feed;
        return end > at && statement.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    // No cut goes through a surrogate pair.
    private static int cut(String text, int at) {
        boolean inside = at > 0
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
        return inside ? at - 1 : at;
    }

    private static int number(String statement, int start) {
        int number = 1;
        for (int feed = statement.indexOf('\n'); feed >= 0 && feed < start; feed = statement.indexOf('\n', feed + 1)) {
            number++;
        }
        return number;
    }

    private static String shown(String line) {
        return Blanks.forTabs(Visible.lines(line));
    }
}
