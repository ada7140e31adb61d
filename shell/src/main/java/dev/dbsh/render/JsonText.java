package dev.dbsh.render;

import java.io.IOException;
import java.io.Writer;

/**
 * Takes JSON and writes every hidden character in it as an escape: the same data for every reader, harmless to every
 * terminal. It can do so blindly, as such characters occur inside strings only.
 */
final class JsonText extends Writer {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final Appendable out;

    JsonText(Appendable out) {
        this.out = out;
    }

    /** For one character of the structure: Gson writes text as strings. */
    @Override
    public void write(int c) throws IOException {
        out.append((char) c);
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
        int from = start;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c > '~') {
                int codePoint = i + 1 < end ? text.codePointAt(i) : c;
                int size = Character.charCount(codePoint);
                if (Visible.isHidden(codePoint)) {
                    out.append(text, from, i);
                    escape(text, i, i + size);
                    from = i + size;
                }
                i += size - 1;
            }
        }
        out.append(text, from, end);
    }

    private void escape(String text, int from, int end) throws IOException {
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            out.append("\\u").append(HEX[c >> 12]).append(HEX[c >> 8 & 0xF]);
            out.append(HEX[c >> 4 & 0xF]).append(HEX[c & 0xF]);
        }
    }

    @Override
    public void flush() {
        // Whoever owns the output decides when it goes out.
    }

    @Override
    public void close() {
        // As with flush: the output outlives this report.
    }
}
