package dev.dbsh.render;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Buffered UTF-8 that notices every write that does not arrive, which a {@code PrintStream} hides. After the first
 * {@link OutputFailure} every further call repeats it.
 */
public final class CheckedOutput extends Writer {
    private static final int SIZE = 1 << 15;
    private static final int LONGEST = 8;
    private static final char REPLACEMENT = '\ufffd';
    /** Half a pair of this range stands for a byte that belongs to no character, as a database of SQL_ASCII has them. */
    private static final int FIRST_BYTE = 0xDC80;

    private static final int LAST_BYTE = 0xDCFF;

    private final OutputStream stream;
    private final String name;
    private final Path target;
    private final byte[] buffer = new byte[SIZE];
    private int used;
    /** The first half of a surrogate pair that came alone; 0 when there is none. */
    private char firstHalf;

    private @Nullable OutputFailure failure;
    private boolean closed;

    private CheckedOutput(OutputStream stream, String name, Path target) {
        this.stream = stream;
        this.name = name;
        this.target = target;
    }

    /**
     * Takes the stream of file descriptor 1. Not a channel: an interrupted thread would close it for the rest of the
     * process.
     */
    public static CheckedOutput standardOutput(OutputStream stream) {
        return new CheckedOutput(stream, "standard output", Path.of("/dev/stdout"));
    }

    public static CheckedOutput file(OutputStream stream, Path file) {
        return new CheckedOutput(stream, Visible.cell(file.toString()), file);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        int end = from + length;
        int i = from;
        while (i < end) {
            if (buffer.length - used < LONGEST) {
                send();
            }
            i = plain(text, i, end);
            if (i < end && buffer.length - used >= LONGEST) {
                encode(text.charAt(i));
                i++;
            }
        }
    }

    // Most of all output is ASCII that fits: one comparison and one store for each character.
    private int plain(String text, int from, int end) {
        if (firstHalf != 0) {
            return from;
        }
        int stop = Math.min(end, from + buffer.length - used);
        int at = used;
        int i = from;
        while (i < stop) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                break;
            }
            buffer[at++] = (byte) c;
            i++;
        }
        used = at;
        return i;
    }

    private void encode(char c) {
        if (firstHalf != 0) {
            char high = firstHalf;
            firstHalf = 0;
            if (Character.isLowSurrogate(c)) {
                put(Character.toCodePoint(high, c));
                return;
            }
            put(REPLACEMENT);
        }
        if (Character.isHighSurrogate(c)) {
            firstHalf = c;
        } else if (c >= FIRST_BYTE && c <= LAST_BYTE) {
            buffer[used++] = (byte) c;
        } else {
            put(Character.isLowSurrogate(c) ? REPLACEMENT : c);
        }
    }

    private void put(int codePoint) {
        if (codePoint < 0x80) {
            buffer[used++] = (byte) codePoint;
            return;
        }
        if (codePoint < 0x800) {
            buffer[used++] = (byte) (0xC0 | codePoint >> 6);
        } else {
            if (codePoint < 0x10000) {
                buffer[used++] = (byte) (0xE0 | codePoint >> 12);
            } else {
                buffer[used++] = (byte) (0xF0 | codePoint >> 18);
                buffer[used++] = continuation(codePoint >> 12);
            }
            buffer[used++] = continuation(codePoint >> 6);
        }
        buffer[used++] = continuation(codePoint);
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        write(new String(text, from, length), 0, length);
    }

    @Override
    public void write(int c) throws IOException {
        append((char) c);
    }

    @Override
    public Writer append(char c) throws IOException {
        if (buffer.length - used < LONGEST) {
            send();
        }
        encode(c);
        return this;
    }

    @Override
    public Writer append(@Nullable CharSequence text) throws IOException {
        write(String.valueOf(text));
        return this;
    }

    @Override
    public Writer append(@Nullable CharSequence text, int from, int end) throws IOException {
        if (text instanceof String string) {
            write(string, from, end - from);
        } else {
            write(String.valueOf(text).substring(from, end));
        }
        return this;
    }

    /** Writes bytes as they are, behind all text. */
    public void write(byte[] bytes, int from, int length) throws IOException {
        send();
        try {
            stream.write(bytes, from, length);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void send() throws IOException {
        if (failure != null) {
            throw failure;
        }
        try {
            stream.write(buffer, 0, used);
            used = 0;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void flush() throws IOException {
        send();
        try {
            stream.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Writes what is left. A failure that was already reported is not reported again. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (stream) {
            if (failure == null) {
                if (firstHalf != 0) {
                    put(REPLACEMENT);
                }
                flush();
            }
        } catch (OutputFailure e) {
            throw e;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private OutputFailure failed(IOException e) {
        OutputFailure found = new OutputFailure("cannot write " + name + ": " + e.getMessage(), isReaderGone(e), e);
        failure = found;
        used = 0;
        return found;
    }

    // The system words its errors in the language of the locale. In any of them, a pipe that takes no more has no
    // reader: the other reason there is, a pipe in non-blocking mode that is full, is told apart in English only.
    private boolean isReaderGone(IOException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("roken pipe") || message.contains("onnection reset")) {
            return true;
        }
        return !message.contains("temporarily unavailable") && isPipe();
    }

    private boolean isPipe() {
        try {
            int type = (Integer) Files.getAttribute(target, "unix:mode") & 0170000;
            return type == 0010000 || type == 0140000;
        } catch (IOException | UnsupportedOperationException e) {
            // What cannot be looked at is no pipe, and the failure is told in full.
            return false;
        }
    }
}
