package dev.dbsh.render;

import java.io.IOException;
import java.io.Writer;

/**
 * Takes JSON and writes every hidden character in it as an escape: the same data for every reader, harmless to every
 * terminal. It can do so blindly, as such characters occur inside strings only.
 */
final class JsonText extends Writer {
    private static final char[] HEX = "0123456789abcdef".toCharArray();
    private static final int SIZE = 1 << 13;
    private static final int ESCAPED = 12;

    private final Appendable out;
    private final char[] buffer = new char[SIZE];
    private int used;

    JsonText(Appendable out) {
        this.out = out;
    }

    /** For one character of the structure: Gson writes text as strings. */
    @Override
    public void write(int c) throws IOException {
        room();
        buffer[used++] = (char) c;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        write(new String(text, from, length), 0, length);
    }

    @Override
    public void write(String text) throws IOException {
        write(text, 0, text.length());
    }

    @Override
    public void write(String text, int start, int length) throws IOException {
        int end = start + length;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            room();
            if (c > '~') {
                i += other(text, i, end) - 1;
            } else {
                buffer[used++] = c;
            }
        }
    }

    /** Writes one character beyond ASCII; answers of how many halves it was. */
    private int other(String text, int at, int end) {
        int codePoint = at + 1 < end ? text.codePointAt(at) : text.charAt(at);
        int size = Character.charCount(codePoint);
        for (int i = at; i < at + size; i++) {
            if (Visible.isHidden(codePoint)) {
                escape(text.charAt(i));
            } else {
                buffer[used++] = text.charAt(i);
            }
        }
        return size;
    }

    private void escape(char c) {
        buffer[used++] = '\\';
        buffer[used++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
            buffer[used++] = HEX[c >> shift & 0xF];
        }
    }

    private void room() throws IOException {
        if (SIZE - used < ESCAPED) {
            send();
        }
    }

    /** Hands over what was written so far. */
    void send() throws IOException {
        out.append(new String(buffer, 0, used));
        used = 0;
    }

    @Override
    public void flush() {
        // Whoever owns the output decides when it goes out.
    }

    @Override
    public void close() {
        // The output stays open for the next report.
    }
}
