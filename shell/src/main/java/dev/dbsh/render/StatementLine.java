package dev.dbsh.render;

import org.jspecify.annotations.Nullable;

/**
 * The line of a statement that a failure points into.
 *
 * @param number counted from 1
 * @param text the visible line, cut around the place when it is long: with its label it fits into 80 cells
 * @param cellsBefore the width of what stands before the place
 */
record StatementLine(int number, String text, int cellsBefore) {
    private static final int WHOLE = 64;
    private static final int BEFORE = 32;
    private static final int AFTER = 28;
    private static final String CUT = "...";

    /** The line with the character of this number; null when the statement is shorter. */
    static @Nullable StatementLine at(String statement, int position) {
        // One behind the last character is a place too: the server points there when the statement ends too soon.
        if (position < 1 || position > statement.codePointCount(0, statement.length()) + 1) {
            return null;
        }
        int at = statement.offsetByCodePoints(0, position - 1);
        int start = statement.lastIndexOf('\n', at - 1) + 1;
        int end = endOfLine(statement, at);
        // Of a text of megabytes no more is measured than can fit.
        boolean whole = end - start <= WHOLE * 2 && DisplayWidth.of(shown(statement.substring(start, end))) <= WHOLE;
        int from = whole ? start : back(statement, start, at);
        int to = whole ? end : forward(statement, at, end);
        String before = (from > start ? CUT : "") + statement.substring(from, at);
        String line = before + statement.substring(at, to) + (to < end ? CUT : "");
        return new StatementLine(number(statement, start), shown(line), DisplayWidth.of(shown(before)));
    }

    private static int endOfLine(String statement, int at) {
        int feed = statement.indexOf('\n', at);
        int end = feed < 0 ? statement.length() : feed;
        return end > at && statement.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    // Whole characters, as many as fit.
    private static int back(String text, int start, int at) {
        int from = at;
        while (from > start) {
            int next = text.offsetByCodePoints(from, -1);
            if (DisplayWidth.of(shown(text.substring(next, at))) > BEFORE) {
                break;
            }
            from = next;
        }
        return from;
    }

    private static int forward(String text, int at, int end) {
        int to = at;
        while (to < end) {
            int next = text.offsetByCodePoints(to, 1);
            if (DisplayWidth.of(shown(text.substring(at, next))) > AFTER) {
                break;
            }
            to = next;
        }
        return to;
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
