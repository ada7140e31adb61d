package dev.dbsh.pg.wire;

import dev.dbsh.report.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The server's messages on their way to the driver.
 *
 * <p>The driver keeps what it is given: all rows of a portion, all notices, an error text of any length. So while a
 * statement runs that a person typed, its rows, notices and copied data are handed to a {@link Reception} one by one, and
 * the driver learns no more than that there was a result. Errors are cut to a length that fits in memory, and settings that
 * the driver would not live with are not told to it. Everything else passes as it is.
 *
 * <p>Read by one thread at a time, which the driver sees to.
 */
public final class ServerStream extends InputStream {
    private static final int HEADER = 5;
    /** Of a heap of 64 MB two: a text may be held several times over while it is set in a table. */
    private static final int HEAP_PARTS = 32;

    private final Bytes bytes;
    private final OutputStream out;
    private final int longest;
    private final Asides asides = new Asides();
    private volatile @Nullable Delivery delivery;
    private final ReportedSettings settings = new ReportedSettings();

    private final ByteArrayOutputStream owed = new ByteArrayOutputStream();
    private volatile char status = 'I';
    private boolean begun;
    private int passing;
    private @Nullable ByteBuffer instead;

    /** @param out the way to the server, for data to be copied in */
    public ServerStream(InputStream in, OutputStream out) {
        this(in, out, (int) Math.min(1 << 28, Runtime.getRuntime().maxMemory() / HEAP_PARTS));
    }

    /** @param longest how many bytes of text one row may hold at a time */
    ServerStream(InputStream in, OutputStream out, int longest) {
        this.bytes = new Bytes(in);
        this.out = out;
        this.longest = longest;
    }

    /** From now on what comes is messages: the start-up message is being sent. */
    public void begin() {
        begun = true;
    }

    /** False where the messages are hidden, as encryption by Kerberos hides them. */
    public boolean isReadable() {
        return begun;
    }

    /** Says who takes what the server says of the next statement, and what it has said meanwhile. */
    public void deliverTo(Reception reception) {
        Delivery next = new Delivery(bytes, out, new DataRow(bytes, longest), reception);
        for (Failure aside = asides.next(); aside != null; aside = asides.next()) {
            next.notice(aside);
        }
        delivery = next;
    }

    /** The statement has ended. */
    public void deliverNoMore() {
        delivery = null;
    }

    /** Where the server's last answer left the session: I for no transaction, T for an open one, E for a failed one. */
    public char status() {
        return status;
    }

    /** A setting as the server has reported it; null for those that it does not report. */
    public @Nullable String setting(String name) {
        return settings.find(name);
    }

    /** Ends a running {@code COPY FROM STDIN} as the operator's wish. Safe from any thread. */
    public void stopCopying() {
        Delivery open = delivery;
        if (open != null) {
            open.stopCopying();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (!begun || length == 0) {
            return length == 0 ? 0 : bytes.read(target, from, length);
        }
        if (owed.size() > 0 && !hasSomethingToPass()) {
            instead = ByteBuffer.wrap(owed.toByteArray());
            owed.reset();
        }
        while (!hasSomethingToPass()) {
            if (!bytes.await(HEADER)) {
                return -1;
            }
            route();
        }
        return pass(target, from, length);
    }

    private boolean hasSomethingToPass() {
        return passing > 0 || instead != null;
    }

    private int pass(byte[] target, int from, int length) throws IOException {
        ByteBuffer rewritten = instead;
        if (rewritten != null) {
            int count = Math.min(length, rewritten.remaining());
            rewritten.get(target, from, count);
            instead = rewritten.hasRemaining() ? rewritten : null;
            return count;
        }
        int count = bytes.read(target, from, Math.min(length, passing));
        passing -= Math.max(0, count);
        return count;
    }

    /** Says more than nothing only when a read would bring something without waiting. */
    @Override
    public int available() throws IOException {
        if (!begun) {
            return bytes.buffered() > 0 ? bytes.buffered() : bytes.available();
        }
        while (!hasSomethingToPass()) {
            if (isWhole()) {
                route();
            } else if (!bytes.receiveAvailable()) {
                return 0;
            }
        }
        return instead != null || bytes.buffered() > 0 ? 1 : Math.min(passing, bytes.available());
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private boolean isWhole() {
        return bytes.buffered() >= HEADER && bytes.buffered() >= Math.min(bytes.int4(1) + 1L, bytes.capacity());
    }

    private void route() throws IOException {
        int length = length();
        Delivery open = delivery;
        switch (type()) {
            case 'A' -> notification(length);
            case 'E' -> error(open, length);
            case 'S' -> setting(length);
            case 'Z' -> {
                bytes.require(HEADER + length);
                status((char) bytes.buffer()[bytes.at() + HEADER]);
                passing = HEADER + length;
            }
            default -> {
                if (open == null || !open.takes(length)) {
                    passing = HEADER + length;
                }
            }
        }
    }

    private int length() throws IOException {
        int length = bytes.int4(1) - 4;
        if (length < 0) {
            throw new IOException("the server sent a message of an impossible length");
        }
        return length;
    }

    void send(byte[] request, int length) throws IOException {
        out.write(request, 0, length);
        out.flush();
    }

    /** Waits for the next message; answers its length behind the header. */
    int next() throws IOException {
        bytes.require(HEADER);
        return length();
    }

    char type() {
        return (char) bytes.buffer()[bytes.at()];
    }

    /** Hands the message over; false when it has to be passed over all the same. */
    boolean takes(int length) throws IOException {
        Delivery open = delivery;
        return open != null && open.takes(length);
    }

    /** Leaves a message out. */
    void pass(int length) throws IOException {
        bytes.skip(HEADER + (long) length);
    }

    Fields fields(int length) throws IOException {
        return Fields.read(bytes, length);
    }

    /** Keeps a setting for the driver, which has to know it before it reads anything else. */
    void owe(int length) throws IOException {
        setting(length);
        byte[] told = new byte[HEADER + length];
        while (hasSomethingToPass()) {
            owed.write(told, 0, pass(told, 0, told.length));
        }
    }

    /** Takes the message that ends a request. */
    void ready() throws IOException {
        bytes.require(HEADER + 1);
        status((char) bytes.buffer()[bytes.at() + HEADER]);
        pass(length());
    }

    void status(char now) {
        status = now;
    }

    void notification(int length) throws IOException {
        Delivery open = delivery;
        bytes.advance(HEADER);
        Failure notification = Fields.notification(bytes, length);
        if (open == null) {
            asides.take(notification);
        } else {
            open.notice(notification);
        }
    }

    private void error(@Nullable Delivery open, int length) throws IOException {
        if (open != null) {
            open.error();
        }
        boolean fits = HEADER + length <= bytes.capacity();
        if (fits) {
            bytes.require(HEADER + length);
        }
        if (fits && Utf8.isValid(bytes.buffer(), bytes.at() + HEADER, length)) {
            passing = HEADER + length;
        } else {
            bytes.advance(HEADER);
            instead = message('E', Fields.read(bytes, length).body());
        }
    }

    private void setting(int length) throws IOException {
        boolean fits = HEADER + length <= bytes.capacity();
        if (fits) {
            bytes.require(HEADER + length);
        }
        String told = settings.take(fits ? Utf8.text(bytes.buffer(), bytes.at() + HEADER, length) : "");
        if (told == null) {
            passing = HEADER + length;
        } else {
            bytes.advance(HEADER + length);
            instead = message('S', told.getBytes(StandardCharsets.UTF_8));
        }
    }

    static ByteBuffer message(char type, byte[] body) {
        ByteBuffer message = ByteBuffer.allocate(HEADER + body.length);
        message.put((byte) type).putInt(4 + body.length).put(body);
        return message.flip();
    }
}
