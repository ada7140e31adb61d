package dev.dbsh.pg.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/** What has arrived and was not yet read, in a buffer of a fixed size. */
final class Bytes {
    private static final int SIZE = 1 << 16;

    private final InputStream in;
    private byte[] buffer = new byte[SIZE];
    private int at;
    private int end;

    Bytes(InputStream in) {
        this.in = in;
    }

    byte[] buffer() {
        return buffer;
    }

    /** Where in the buffer the next byte is. */
    int at() {
        return at;
    }

    int buffered() {
        return end - at;
    }

    int capacity() {
        return buffer.length;
    }

    void advance(int count) {
        at += count;
    }

    int int4(int offset) {
        int i = at + offset;
        return buffer[i] << 24 | (buffer[i + 1] & 0xff) << 16 | (buffer[i + 2] & 0xff) << 8 | (buffer[i + 3] & 0xff);
    }

    int int2(int offset) {
        return (buffer[at + offset] & 0xff) << 8 | (buffer[at + offset + 1] & 0xff);
    }

    /** Waits until so many bytes are buffered, which must fit; false when the server has ended the connection. */
    boolean await(int count) throws IOException {
        while (end - at < count) {
            if (!receive()) {
                return false;
            }
        }
        return true;
    }

    /** The same in the middle of a message, which a server that is alive completes. */
    void require(int count) throws IOException {
        while (end - at < count) {
            boolean more;
            try {
                more = receive();
            } catch (SocketTimeoutException e) {
                continue;
            }
            if (!more) {
                throw new EOFException("the server ended the connection in the middle of a message");
            }
        }
    }

    /** Reads once what is there without waiting; false when nothing is. */
    boolean receiveAvailable() throws IOException {
        return in.available() > 0 && receive();
    }

    int available() throws IOException {
        return in.available();
    }

    private boolean receive() throws IOException {
        if (at == end) {
            at = 0;
            end = 0;
        } else if (end == buffer.length) {
            System.arraycopy(buffer, at, buffer, 0, end - at);
            end -= at;
            at = 0;
        }
        int count = in.read(buffer, end, buffer.length - end);
        if (count < 0) {
            return false;
        }
        end += count;
        return true;
    }

    /** Makes room for a message of that size. */
    void grow(int size) {
        if (size > buffer.length) {
            byte[] larger = new byte[size];
            System.arraycopy(buffer, at, larger, 0, end - at);
            buffer = larger;
            end -= at;
            at = 0;
        }
    }

    void skip(long count) throws IOException {
        long left = count;
        while (left > 0) {
            require(1);
            int part = (int) Math.min(left, end - at);
            at += part;
            left -= part;
        }
    }

    /** Reads what is buffered, or else straight from the connection. */
    int read(byte[] target, int from, int length) throws IOException {
        if (at == end) {
            return in.read(target, from, length);
        }
        int count = Math.min(length, end - at);
        System.arraycopy(buffer, at, target, from, count);
        at += count;
        return count;
    }

    void close() throws IOException {
        in.close();
    }
}
