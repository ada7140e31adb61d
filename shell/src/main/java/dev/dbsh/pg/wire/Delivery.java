package dev.dbsh.pg.wire;

import dev.dbsh.report.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands over what the server says of one statement. */
final class Delivery {
    private static final int HEADER = 5;
    private static final int LONGEST_DESCRIPTION = 1 << 20;
    private final Bytes bytes;
    private final OutputStream out;
    private final Reception reception;
    private final DataRow row;
    private volatile @Nullable CopySender sender;
    private volatile boolean stopped;
    private boolean deaf;

    Delivery(Bytes bytes, OutputStream out, DataRow row, Reception reception) {
        this.bytes = bytes;
        this.out = out;
        this.row = row;
        this.reception = reception;
    }

    /**
     * Takes the message at whose header the bytes are; false for what the driver has to see too.
     *
     * @param length of the message behind its header
     */
    boolean takes(int length) throws IOException {
        switch (bytes.buffer()[bytes.at()]) {
            case 'D' -> row(length);
            case 'd' -> copied(length);
            case 'N' -> {
                bytes.advance(HEADER);
                notice(Fields.read(bytes, length).notice());
            }
            case 'G' -> {
                bytes.skip(HEADER + length);
                copyIn();
            }
            case 'H', 'c' -> bytes.skip(HEADER + length);
            case 'T' -> {
                describe(length);
                return false;
            }
            case 'C' -> {
                done(length);
                return false;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void row(int length) throws IOException {
        bytes.advance(HEADER);
        row.begin(length);
        if (!deaf) {
            try {
                reception.row(row);
            } catch (Broken e) {
                throw e.reason();
            } catch (RuntimeException e) {
                failed(e);
            }
        }
        row.end();
    }

    private void copied(int length) throws IOException {
        bytes.advance(HEADER);
        int left = length;
        while (left > 0) {
            bytes.require(1);
            int part = Math.min(left, bytes.buffered());
            byte[] buffer = bytes.buffer();
            int from = bytes.at();
            hand(() -> reception.copied(buffer, from, part));
            bytes.advance(part);
            left -= part;
        }
    }

    void notice(Failure notice) {
        hand(() -> reception.notice(notice));
    }

    private void describe(int length) throws IOException {
        if (length > LONGEST_DESCRIPTION) {
            throw new IOException("the server described more columns than a result can have");
        }
        bytes.grow(HEADER + length);
        bytes.require(HEADER + length);
        List<ResultColumn> columns = Description.columns(bytes.buffer(), bytes.at() + HEADER, length);
        hand(() -> reception.columns(columns));
    }

    private void done(int length) throws IOException {
        bytes.require(HEADER + length);
        String tag = Utf8.text(bytes.buffer(), bytes.at() + HEADER, length - 1);
        hand(() -> reception.done(tag));
    }

    private void copyIn() {
        CopySender next = new CopySender(out);
        sender = next;
        if (deaf || stopped) {
            next.cancel();
        } else {
            hand(() -> next.start(reception.copying()));
        }
    }

    /** An error came: data that is still being copied in is not wanted any more. */
    void error() {
        CopySender running = sender;
        if (running != null) {
            running.stop();
            RuntimeException cause = running.failure();
            if (cause != null && !deaf) {
                failed(cause);
            }
        }
    }

    // It may come before the server has asked for the data, and a server that waits for data hears no cancel request.
    void stopCopying() {
        stopped = true;
        CopySender running = sender;
        if (running != null) {
            running.cancel();
        }
    }

    private void hand(Runnable work) {
        if (deaf) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void failed(RuntimeException e) {
        deaf = true;
        reception.failed(e);
        CopySender running = sender;
        if (running == null) {
            reception.stop();
        } else {
            running.cancel();
        }
    }
}
