package dev.dbsh.pg.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Sends the data of a {@code COPY FROM STDIN}, on a thread of its own: meanwhile the other one reads what the server says
 * to it, which may be a notice for every row, and neither side ever waits for the other to listen.
 */
final class CopySender {
    private static final int HEADER = 5;
    private static final int PART = 1 << 15;
    private static final byte[] DONE = {'c', 0, 0, 0, 4};
    private static final byte[] SYNC = {'S', 0, 0, 0, 4};

    private final OutputStream out;
    private boolean over;
    private volatile @Nullable RuntimeException failure;

    CopySender(OutputStream out) {
        this.out = out;
    }

    void start(InputStream source) {
        Thread thread = new Thread(() -> send(source), "dbsh-copy");
        thread.setDaemon(true);
        thread.start();
    }

    private void send(InputStream source) {
        byte[] message = new byte[HEADER + PART];
        message[0] = 'd';
        try {
            int count = source.read(message, HEADER, PART);
            while (count >= 0 && part(message, count)) {
                count = source.read(message, HEADER, PART);
            }
            end(DONE);
        } catch (IOException e) {
            give(new UncheckedIOException(e));
        } catch (RuntimeException e) {
            give(e);
        }
    }

    private void give(RuntimeException reason) {
        failure = reason;
        end(refusal("the data could not be read"));
    }

    private synchronized boolean part(byte[] message, int count) {
        if (over) {
            return false;
        }
        int length = 4 + count;
        message[1] = (byte) (length >> 24);
        message[2] = (byte) (length >> 16);
        message[3] = (byte) (length >> 8);
        message[4] = (byte) length;
        return written(message, HEADER + count);
    }

    /** The one end of the data: the server starts to listen to other messages again at the last of these. */
    private synchronized void end(byte[] last) {
        if (!over) {
            over = true;
            boolean sent = written(last, last.length) && written(SYNC, SYNC.length);
            assert sent || over;
        }
    }

    // Whoever reads from the same connection finds out that it is gone, and tells.
    private boolean written(byte[] message, int length) {
        try {
            out.write(message, 0, length);
            out.flush();
            return true;
        } catch (IOException e) {
            over = true;
            return false;
        }
    }

    /** The server has said no. */
    void stop() {
        end(new byte[0]);
    }

    /** The operator has. */
    void cancel() {
        end(refusal("canceled by user"));
    }

    /** Why the data could not be read; null when it could. */
    @Nullable
    RuntimeException failure() {
        return failure;
    }

    private static byte[] refusal(String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write('f');
        int length = 4 + text.length + 1;
        message.write(length >> 24);
        message.write(length >> 16);
        message.write(length >> 8);
        message.write(length);
        message.writeBytes(text);
        message.write(0);
        return message.toByteArray();
    }
}
