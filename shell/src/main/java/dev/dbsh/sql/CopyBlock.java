package dev.dbsh.sql;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The lines behind a {@code COPY ... FROM STDIN} up to {@code \.}, read as they come. */
final class CopyBlock extends InputStream {
    private static final int NOT_HERE = -1;
    private static final int UNKNOWN = -2;

    private final Source source;
    private final Position copy;
    private int at;
    private boolean lineStart = true;
    private boolean ended;

    /**
     * @param copy where the statement begins that reads them
     * @param at where the first of them begins
     */
    CopyBlock(Source source, Position copy, int at) {
        this.source = source;
        this.copy = copy;
        this.at = at;
    }

    /** Where the text goes on behind what has been read. */
    int at() {
        return at;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws BrokenSql if the text ends before the data does */
    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (ended || isEnd()) {
            ended = true;
            return -1;
        }
        int until = lineEnd(Math.min(source.to(), at + length));
        int count = until - at;
        System.arraycopy(source.text(), at, into, offset, count);
        lineStart = source.text()[until - 1] == '\n';
        at = until;
        return count;
    }

    /** Waits until something is there, and goes behind the line that ends the data if that is it. */
    private boolean isEnd() throws IOException {
        while (true) {
            int end = lineStart ? end() : at < source.to() ? NOT_HERE : UNKNOWN;
            if (end >= 0) {
                at = end;
                return true;
            }
            if (end == NOT_HERE) {
                return false;
            }
            if (source.isLast()) {
                throw new Open(Open.What.COPY_DATA, copy).failure();
            }
            at -= source.fill(at);
        }
    }

    /** Behind the line that ends the data, if one begins here. */
    private int end() {
        String mark = "\\.";
        for (int i = 0; i < mark.length(); i++) {
            if (at + i == source.to()) {
                return i > 0 && source.isLast() ? NOT_HERE : UNKNOWN;
            }
            if (source.text()[at + i] != mark.charAt(i)) {
                return NOT_HERE;
            }
        }
        return newlineEnd(at + mark.length());
    }

    private int newlineEnd(int from) {
        byte[] text = source.text();
        int to = source.to();
        boolean carriage = from < to && text[from] == '\r';
        int feed = carriage ? from + 1 : from;
        if (feed == to) {
            return source.isLast() ? feed : UNKNOWN;
        }
        return text[feed] == '\n' ? feed + 1 : NOT_HERE;
    }

    /** Up to the limit, or to a line before it that may be the last. */
    private int lineEnd(int limit) {
        byte[] text = source.text();
        for (int i = at + 1; i < limit; i++) {
            if (text[i] == '\\' && text[i - 1] == '\n') {
                return i;
            }
        }
        return limit;
    }
}
