package dev.dbsh.pg.connect;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The pid and the secret that a cancel request names its session by. */
final class BackendKey {
    private static final int CANCEL_REQUEST = 80_877_102;

    private final byte[] pidAndSecret;

    private BackendKey(byte[] pidAndSecret) {
        this.pidAndSecret = pidAndSecret;
    }

    /** The whole message. */
    byte[] cancelRequest() {
        int length = 8 + pidAndSecret.length;
        return ByteBuffer.allocate(length)
                .putInt(length)
                .putInt(CANCEL_REQUEST)
                .put(pidAndSecret)
                .array();
    }

    /** Reads along while a session begins: the driver keeps its key to itself. */
    static final class Watch {
        private static final int HEADER = 5;

        private final ByteBuffer header = ByteBuffer.allocate(HEADER);
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private int missing;
        private volatile boolean begun;
        private volatile boolean ended;
        private volatile @Nullable BackendKey key;

        /** Says that the start-up message is sent: what comes in from now on are messages. */
        void begin() {
            begun = true;
        }

        boolean isOver() {
            return ended;
        }

        @Nullable
        BackendKey key() {
            return key;
        }

        void read(byte[] bytes, int offset, int length) {
            for (int at = offset; begun && !ended && at < offset + length; at++) {
                if (header.hasRemaining()) {
                    header.put(bytes[at]);
                    missing = header.hasRemaining() ? 0 : header.getInt(1) - 4;
                } else {
                    missing--;
                    keep(bytes[at]);
                }
                if (!header.hasRemaining() && missing <= 0) {
                    endMessage();
                }
            }
        }

        private void keep(byte value) {
            if (header.get(0) == 'K') {
                body.write(value);
            }
        }

        private void endMessage() {
            byte type = header.get(0);
            header.clear();
            if (type == 'K') {
                key = new BackendKey(body.toByteArray());
            }
            ended = type == 'K' || type == 'Z';
        }
    }
}
