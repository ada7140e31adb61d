package dev.dbsh.testing;

import dev.dbsh.demo.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** Stands between a client and a server, and treats what passes as a bad network would. */
public final class StrangeProxy implements AutoCloseable {
    private volatile Login server;
    private final ServerSocket listener;
    private final List<Passage> passages = new CopyOnWriteArrayList<>();
    private final List<Passage.Kind> kinds = new CopyOnWriteArrayList<>();
    private volatile Supplier<Mischief> mischief = () -> Mischief.NONE;
    private volatile boolean tlsRefused;
    private volatile boolean silent;
    private volatile boolean cancelsDropped;
    private volatile CountDownLatch cancels = new CountDownLatch(0);
    private volatile CountDownLatch connections = new CountDownLatch(0);

    private StrangeProxy(Login server, ServerSocket listener) {
        this.server = server;
        this.listener = listener;
    }

    public static StrangeProxy before(Login server) {
        return before(server, "127.0.0.1");
    }

    /** Listens on that address of this machine. */
    public static StrangeProxy before(Login server, String address) {
        try {
            ServerSocket listener = new ServerSocket(0, 50, InetAddress.getByName(address));
            StrangeProxy proxy = new StrangeProxy(server, listener);
            Passage.inBackground(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same server by way of this proxy. */
    public Login login() {
        return new Login(
                listener.getInetAddress().getHostAddress(),
                listener.getLocalPort(),
                server.database(),
                server.user(),
                server.password());
    }

    /** Treats the next session that way, and those after it well. */
    public void next(Mischief once) {
        boolean[] used = {false};
        each(() -> {
            boolean first = !used[0];
            used[0] = true;
            return first ? once : Mischief.NONE;
        });
    }

    /** Treats each session from now on that way. */
    public void each(Supplier<Mischief> another) {
        mischief = another;
    }

    /** With what each connection began so far: only the first bytes tell. */
    public List<Passage.Kind> kinds() {
        return List.copyOf(kinds);
    }

    /** Leads to another server from now on. */
    public void leadTo(Login other) {
        server = other;
    }

    /** Says from now on that the server has no TLS. */
    public void refuseTls() {
        tlsRefused = true;
    }

    /** Takes every connection from now on, and passes nothing of it. */
    public void fallSilent() {
        silent = true;
    }

    /** Ends every cancel request from now on before the server sees it. */
    public void dropCancelRequests() {
        cancelsDropped = true;
    }

    /** Takes every cancel request from now on, and keeps it. */
    public void holdCancelRequests() {
        cancels = new CountDownLatch(1);
    }

    /** Lets those that were held go on their way. */
    public void passCancelRequests() {
        cancels.countDown();
    }

    /** Waits while requests are held; false when they are to be dropped. */
    boolean passesCancelRequest() throws IOException {
        try {
            cancels.await();
            return !cancelsDropped;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** Takes every connection from now on, and keeps it before the server sees it. */
    public void holdConnections() {
        connections = new CountDownLatch(1);
    }

    /** Lets those that were held go on their way. */
    public void passConnections() {
        connections.countDown();
    }

    void awaitTurn() throws IOException {
        try {
            connections.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    boolean isTlsRefused() {
        return tlsRefused;
    }

    Mischief nextMischief() {
        return mischief.get();
    }

    void began(Passage.Kind kind) {
        kinds.add(kind);
    }

    /** Ends all connections in good order. */
    public void cut() {
        passages.forEach(Passage::cut);
    }

    /** Ends all connections with a reset. */
    public void reset() {
        passages.forEach(Passage::reset);
    }

    /** Lets nothing more through, either way, and ends nothing: the connections that there are look alive. */
    public void freeze() {
        passages.forEach(Passage::freeze);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Passage passage = new Passage(client, this);
                passages.add(passage);
                if (!silent) {
                    passage.start(server);
                }
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        new ArrayList<>(passages).forEach(Passage::cut);
    }
}
