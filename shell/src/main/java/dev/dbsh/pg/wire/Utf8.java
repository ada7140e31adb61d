package dev.dbsh.pg.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads text that should be UTF-8. A database of SQL_ASCII holds any bytes: one that belongs to no character becomes an
 * unpaired surrogate, U+DC80 to U+DCFF, from which it can be told and written again.
 */
final class Utf8 {
    private static final int BYTE = 0xDC00;
    private static final char REPLACEMENT = '\ufffd';

    private Utf8() {}

    static String text(byte[] bytes, int from, int length) {
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : exact(bytes, from, length);
    }

    /** True when another reader would find nothing wrong with it. */
    static boolean isValid(byte[] bytes, int from, int length) {
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 || exact(bytes, from, length).equals(text);
    }

    /** The text with {@code \\xe9} in place of each byte that belongs to no character. */
    static String readable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c >= BYTE + 0x80 && c <= BYTE + 0xff) {
                out.append("\\x").append(Integer.toHexString(c - BYTE));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static String exact(byte[] bytes, int from, int length) {
        StringBuilder out = new StringBuilder(length);
        Part part = new Part();
        try {
            int rest = part.decode(bytes, from, length, true, out);
            assert rest == 0;
        } catch (IOException e) {
            throw new IllegalStateException("a StringBuilder cannot fail", e);
        }
        return out.toString();
    }

    /** Decodes a text that comes in parts. */
    static final class Part {
        private static final int SIZE = 8192;

        private final CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        private final CharBuffer characters = CharBuffer.allocate(SIZE);

        /** Answers how many bytes at the end are the beginning of a character that goes on in the next part. */
        int decode(byte[] bytes, int from, int length, boolean last, Appendable out) throws IOException {
            ByteBuffer in = ByteBuffer.wrap(bytes, from, length);
            while (true) {
                CoderResult result = decoder.decode(in, characters, last);
                out.append(characters.flip());
                characters.clear();
                if (result.isUnderflow()) {
                    return in.remaining();
                }
                for (int i = 0; result.isError() && i < result.length(); i++) {
                    out.append((char) (BYTE | (in.get() & 0xff)));
                }
            }
        }
    }
}
