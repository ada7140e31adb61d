package dev.dbsh.pg.wire;

import dev.dbsh.report.LongText;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A row read off the connection value by value: what is not asked for is never held. */
final class DataRow implements ResultRow {
    /** What is never too long, however much else the row has: 1,600 of these are less than a megabyte. */
    private static final int SHORT = 512;

    private final Bytes bytes;
    private final int longest;
    private long left;
    private int next;
    private int columns;
    private int held;
    private @Nullable LongCell open;

    /** @param longest the bytes of text that one row may hold at a time */
    DataRow(Bytes bytes, int longest) {
        this.bytes = bytes;
        this.longest = longest;
    }

    /** @param length of the message behind its header */
    void begin(int length) throws IOException {
        bytes.require(2);
        columns = bytes.int2(0);
        bytes.advance(2);
        left = length - 2L;
        next = 0;
        held = 0;
    }

    void end() throws IOException {
        close();
        bytes.skip(left);
    }

    @Override
    public @Nullable Object value(int column) {
        if (column < next || column >= columns) {
            throw new IllegalArgumentException("column " + column + " of " + columns + " after " + next);
        }
        try {
            close();
            while (next < column) {
                skip();
            }
            return read();
        } catch (IOException e) {
            throw new Broken(e);
        }
    }

    private int length() throws IOException {
        bytes.require(4);
        int length = bytes.int4(0);
        bytes.advance(4);
        left -= 4L + Math.max(0, length);
        next++;
        if (left < 0) {
            throw new IOException("the server sent a row that is longer than it said");
        }
        return length;
    }

    private void skip() throws IOException {
        bytes.skip(Math.max(0, length()));
    }

    private @Nullable Object read() throws IOException {
        int length = length();
        if (length < 0) {
            return null;
        }
        if (length > SHORT && length > longest - held) {
            LongCell cell = new LongCell(bytes, length);
            open = cell;
            return cell;
        }
        held += length;
        if (length > bytes.capacity()) {
            return text(length);
        }
        bytes.require(length);
        String text = Utf8.text(bytes.buffer(), bytes.at(), length);
        bytes.advance(length);
        return text;
    }

    private String text(int length) throws IOException {
        byte[] whole = new byte[length];
        int count = 0;
        while (count < length) {
            bytes.require(1);
            count += bytes.read(whole, count, length - count);
        }
        return Utf8.text(whole, 0, length);
    }

    private void close() throws IOException {
        LongCell cell = open;
        if (cell != null) {
            open = null;
            cell.close();
        }
    }

    private static final class LongCell implements LongText {
        private final Bytes bytes;
        private final int length;
        private final Utf8.Part part = new Utf8.Part();
        private int left;

        LongCell(Bytes bytes, int length) {
            this.bytes = bytes;
            this.length = length;
            this.left = length;
        }

        @Override
        public long bytes() {
            return length;
        }

        @Override
        public String beginning(int characters) {
            StringBuilder out = new StringBuilder();
            while (left > 0 && out.length() < characters) {
                try {
                    write(Math.min(left, 4 * characters), out);
                } catch (IOException e) {
                    throw new Broken(e);
                }
            }
            int end = Math.min(characters, out.length());
            boolean splits = end > 0 && end < out.length() && Character.isHighSurrogate(out.charAt(end - 1));
            return out.substring(0, splits ? end - 1 : end);
        }

        @Override
        public void writeTo(Appendable out) throws IOException {
            while (left > 0) {
                write(left, out);
            }
        }

        // What cannot be read is another matter than what cannot be written.
        private void write(int most, Appendable out) throws IOException {
            int size = Math.min(most, bytes.capacity());
            try {
                bytes.require(size);
            } catch (IOException e) {
                throw new Broken(e);
            }
            int rest = part.decode(bytes.buffer(), bytes.at(), size, size == left, out);
            bytes.advance(size - rest);
            left -= size - rest;
        }

        void close() throws IOException {
            bytes.skip(left);
            left = 0;
        }
    }
}
