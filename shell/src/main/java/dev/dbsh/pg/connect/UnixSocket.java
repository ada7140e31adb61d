package dev.dbsh.pg.connect;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/**
 * A connected Unix socket in the shape the driver wants. The JDK has Unix sockets only as channels, and channels know
 * no read timeout, so reading waits on a selector.
 */
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // close must get through while another thread reads
final class UnixSocket extends Socket {
    private static final int BUFFER = 65_536;

    private final SocketChannel channel;
    private final Selector readable;
    private final Selector writable;
    private final SessionStreams streams;
    private volatile int timeout;

    UnixSocket(Path path, SessionStreams streams) throws IOException {
        this.streams = streams;
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(path);
        channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(address);
            channel.configureBlocking(false);
            readable = Selector.open();
            writable = Selector.open();
            channel.register(readable, SelectionKey.OP_READ);
            channel.register(writable, SelectionKey.OP_WRITE);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** {@code requirepeer}: refuses a server that runs as another operating system user. */
    void requirePeer(@Nullable String user) throws IOException {
        if (user == null) {
            return;
        }
        String actual =
                channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
        if (!actual.equals(user)) {
            close();
            throw new ConfigurationFailure(
                    "requirepeer specifies \"" + user + "\", but actual peer user name is \"" + actual + '"',
                    "the server on this socket is not the one you expect: leave requirepeer out only if it is");
        }
    }

    private final class Input extends InputStream {
        private final byte[] single = new byte[1];

        @Override
        public int read() throws IOException {
            int count = read(single, 0, 1);
            return count < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return length == 0 ? 0 : receive(ByteBuffer.wrap(bytes, offset, Math.min(length, BUFFER)));
        }
    }

    private final class Output extends OutputStream {
        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int sent = 0; sent < length; ) {
                int count = Math.min(length - sent, BUFFER);
                send(ByteBuffer.wrap(bytes, offset + sent, count));
                sent += count;
            }
        }
    }

    // An interrupt closes a channel for good, where it leaves a socket alone: it is held back here.
    private int receive(ByteBuffer buffer) throws IOException {
        boolean interrupted = Thread.interrupted();
        long start = System.nanoTime();
        try {
            int count = channel.read(buffer);
            while (count == 0) {
                interrupted |= await(readable, remaining(start));
                count = channel.read(buffer);
            }
            return count;
        } catch (ClosedChannelException | ClosedSelectorException e) {
            throw closed(e);
        } finally {
            restore(interrupted);
        }
    }

    private void send(ByteBuffer buffer) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            channel.write(buffer);
            while (buffer.hasRemaining()) {
                interrupted |= await(writable, 0);
                channel.write(buffer);
            }
        } catch (ClosedChannelException | ClosedSelectorException e) {
            throw closed(e);
        } finally {
            restore(interrupted);
        }
    }

    private long remaining(long start) throws SocketTimeoutException {
        if (timeout == 0) {
            return 0;
        }
        long left = timeout - (System.nanoTime() - start) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("Read timed out");
        }
        return left;
    }

    private boolean await(Selector selector, long millis) throws IOException {
        selector.select(millis);
        selector.selectedKeys().clear();
        boolean interrupted = Thread.interrupted();
        if (!channel.isOpen()) {
            throw new AsynchronousCloseException();
        }
        return interrupted;
    }

    private static void restore(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static SocketException closed(Exception cause) {
        SocketException e = new SocketException("Socket closed");
        e.initCause(cause);
        return e;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return streams.incoming(Input::new, Output::new);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return streams.outgoing(Output::new);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        readable.close();
        writable.close();
    }

    @Override
    public void shutdownInput() throws IOException {
        channel.shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public void connect(SocketAddress endpoint, int millis) throws IOException {
        throw new SocketException("already connected");
    }

    @Override
    public void setSoTimeout(int millis) {
        timeout = millis;
    }

    @Override
    public int getSoTimeout() {
        return timeout;
    }

    @Override
    public int getSendBufferSize() {
        return BUFFER;
    }

    @Override
    public int getReceiveBufferSize() {
        return BUFFER;
    }

    // What follows belongs to TCP; the driver sets it on any socket.

    @Override
    public void setSendBufferSize(int size) {}

    @Override
    public void setReceiveBufferSize(int size) {}

    @Override
    public void setTcpNoDelay(boolean on) {}

    @Override
    public boolean getTcpNoDelay() {
        return true;
    }

    @Override
    public void setKeepAlive(boolean on) {}

    @Override
    public boolean getKeepAlive() {
        return false;
    }
}
