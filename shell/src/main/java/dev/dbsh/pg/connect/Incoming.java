package dev.dbsh.pg.connect;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a session's server sends. It can be looked at ahead of the driver, which then still reads all of it: that is how a
 * connection is found to have ended while nothing is asked. Reading and looking must not happen at the same time.
 */
final class Incoming extends InputStream {
    private static final int MOST_AHEAD = 65_536;
    private static final int HEADER = 5;

    private final InputStream in;
    private final BackendKey.Watch watch;
    private ByteBuffer ahead = ByteBuffer.allocate(0);

    Incoming(InputStream in, BackendKey.Watch watch) {
        this.in = in;
        this.watch = watch;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (ahead.hasRemaining()) {
            int count = Math.min(length, ahead.remaining());
            ahead.get(bytes, offset, count);
            return count;
        }
        int count = in.read(bytes, offset, length);
        if (!watch.isOver() && count > 0) {
            watch.read(bytes, offset, count);
        }
        return count;
    }

    @Override
    public int available() throws IOException {
        return ahead.remaining() + in.available();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Looks at what has arrived and waits for nothing; null while the connection stands. */
    @Nullable
    Farewell farewell(Socket socket) {
        boolean ended;
        try {
            ended = fill(socket);
        } catch (IOException e) {
            return Farewell.withoutAWord("the connection broke: " + e.getMessage());
        }
        for (Message message : messages()) {
            if (message.type() == 'E') {
                return message.farewell();
            }
        }
        return ended ? Farewell.withoutAWord("the server closed the connection without a word") : null;
    }

    /** True when something waits, and the driver takes all of it while no statement runs. */
    boolean holdsNoticesOnly() {
        List<Message> messages = messages();
        int known = messages.stream()
                .filter(message -> message.type() == 'A' || message.type() == 'N')
                .mapToInt(message -> HEADER + message.body().remaining())
                .sum();
        return known > 0 && known == ahead.remaining();
    }

    /** True at the end of the stream. */
    private boolean fill(Socket socket) throws IOException {
        byte[] more = new byte[MOST_AHEAD - ahead.remaining()];
        if (more.length == 0) {
            return false;
        }
        int usual = socket.getSoTimeout();
        socket.setSoTimeout(1);
        try {
            int count = in.read(more);
            if (count > 0) {
                ahead = ByteBuffer.allocate(ahead.remaining() + count)
                        .put(ahead)
                        .put(more, 0, count)
                        .flip();
            }
            return count < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            socket.setSoTimeout(usual);
        }
    }

    /** The whole messages at the front. */
    private List<Message> messages() {
        List<Message> messages = new ArrayList<>();
        ByteBuffer rest = ahead.duplicate();
        while (rest.remaining() >= HEADER) {
            int length = rest.getInt(rest.position() + 1) - 4;
            if (length < 0 || length > rest.remaining() - HEADER) {
                break;
            }
            messages.add(new Message((char) rest.get(), rest.slice(rest.position() + 4, length)));
            rest.position(rest.position() + 4 + length);
        }
        return messages;
    }

    private record Message(char type, ByteBuffer body) {

        /** An error that nobody asked for is always the last word. */
        Farewell farewell() {
            String state = "";
            String message = "";
            for (String field :
                    StandardCharsets.UTF_8.decode(body.duplicate()).toString().split("\0", -1)) {
                if (field.startsWith("C")) {
                    state = field.substring(1);
                } else if (field.startsWith("M")) {
                    message = field.substring(1);
                }
            }
            return new Farewell(state, message);
        }
    }
}
