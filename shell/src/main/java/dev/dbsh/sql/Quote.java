package dev.dbsh.sql;

/** Text between single or double quotes; a string goes on behind a newline when another quote follows. */
final class Quote implements LongToken {
    private Style style = Style.NAME;
    private int at;
    private boolean closed;

    /** What has a meaning between the quotes. */
    enum Style {
        /** {@code "..."}: two quotes are one. */
        NAME('"'),
        /** {@code '...'}: two quotes are one. */
        STANDARD('\''),
        /** {@code E'...'}: a backslash takes the meaning from what follows. */
        ESCAPES('\''),
        /** {@code B'...'} and {@code X'...'}: nothing. */
        DIGITS('\'');

        final byte mark;

        Style(char mark) {
            this.mark = (byte) mark;
        }
    }

    /** @param body behind the quote that opens it */
    void begin(int body, Style as) {
        style = as;
        at = body;
        closed = false;
    }

    @Override
    public int end(byte[] text, int to, boolean last) {
        while (closed || isClosed(text, to)) {
            closed = true;
            int reopened = reopened(text, to);
            if (reopened == at || (reopened == GOES_ON && last)) {
                return at;
            }
            if (reopened == GOES_ON) {
                return GOES_ON;
            }
            at = reopened;
            closed = false;
        }
        return GOES_ON;
    }

    @Override
    public void moved(int by) {
        at -= by;
    }

    private boolean isClosed(byte[] text, int to) {
        byte mark = style.mark;
        boolean escapes = style == Style.ESCAPES;
        int i = at;
        while (i < to) {
            byte c = text[i];
            if (c == mark) {
                at = i + 1;
                return true;
            }
            if (c == '\\' && escapes) {
                if (i + 1 == to) {
                    break;
                }
                i++;
            }
            i++;
        }
        at = i;
        return false;
    }

    /** Where the text between quotes goes on after the quote before {@code at}; {@code at} when that one was the last. */
    private int reopened(byte[] text, int to) {
        if (at == to) {
            return GOES_ON;
        }
        if (text[at] == style.mark && style != Style.DIGITS) {
            return at + 1;
        }
        return style == Style.NAME ? at : continued(text, to);
    }

    private int continued(byte[] text, int to) {
        boolean newline = false;
        int i = at;
        while (i < to) {
            byte c = text[i];
            if (c == '\'' && newline) {
                return i + 1;
            }
            if (c == '-' && (i + 1 == to || text[i + 1] == '-')) {
                i = pastComment(text, i, to);
            } else if (CharacterClass.isSpace(c)) {
                newline |= CharacterClass.isNewline(c);
                i++;
            } else {
                return at;
            }
        }
        return GOES_ON;
    }

    private static int pastComment(byte[] text, int from, int to) {
        int end = from;
        while (end < to && !CharacterClass.isNewline(text[end])) {
            end++;
        }
        return end;
    }
}
