package dev.dbsh.testing;

import dev.dbsh.demo.Login;
import dev.dbsh.testing.Mischief.Message;
import dev.dbsh.testing.Mischief.Treatment;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** One connection through a {@link StrangeProxy}. */
public final class Passage {
    private static final int TLS_REQUEST = 80_877_103;
    private static final int GSS_REQUEST = 80_877_104;
    private static final int CANCEL_REQUEST = 80_877_102;

    private final Socket client;
    private final Socket server = new Socket();
    private final StrangeProxy proxy;
    private final CountDownLatch thawed = new CountDownLatch(1);
    private volatile boolean frozen;
    private volatile Mischief mischief = Mischief.NONE;

    /** With what a client begins. */
    public enum Kind {
        SESSION,
        TLS,
        GSS,
        CANCEL
    }

    Passage(Socket client, StrangeProxy proxy) throws IOException {
        this.client = client;
        this.proxy = proxy;
        client.setTcpNoDelay(true);
    }

    void start(Login to) {
        inBackground(() -> {
            try {
                proxy.awaitTurn();
                server.connect(new InetSocketAddress(to.host(), to.port()));
                server.setTcpNoDelay(true);
                begin();
            } catch (IOException e) {
                // Either side has gone, or this one was cut.
                cut();
            }
        });
    }

    static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "strange proxy");
        thread.setDaemon(true);
        thread.start();
    }

    // The first message of a client has no type.
    private void begin() throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        DataOutputStream out = new DataOutputStream(server.getOutputStream());
        int length = in.readInt();
        int code = in.readInt();
        proxy.began(kind(code));
        if (code == CANCEL_REQUEST && !proxy.passesCancelRequest()) {
            cut();
            return;
        }
        if (code == TLS_REQUEST && proxy.isTlsRefused()) {
            client.getOutputStream().write('N');
            begin();
            return;
        }
        byte[] rest = in.readNBytes(length - 8);
        out.writeInt(length);
        out.writeInt(code);
        out.write(rest);
        if (code == TLS_REQUEST || code == GSS_REQUEST) {
            int answer = server.getInputStream().read();
            client.getOutputStream().write(answer);
            if (answer == 'N') {
                begin();
                return;
            }
            pass();
        } else if (code == CANCEL_REQUEST) {
            pass();
        } else {
            mischief = proxy.nextMischief();
            inBackground(() -> watch(client, server, false));
            watch(server, client, true);
        }
    }

    private static Kind kind(int code) {
        return switch (code) {
            case TLS_REQUEST -> Kind.TLS;
            case GSS_REQUEST -> Kind.GSS;
            case CANCEL_REQUEST -> Kind.CANCEL;
            default -> Kind.SESSION;
        };
    }

    private void pass() {
        inBackground(() -> copy(client, server));
        copy(server, client);
    }

    private void copy(Socket from, Socket to) {
        byte[] bytes = new byte[65_536];
        try {
            for (int count = from.getInputStream().read(bytes);
                    count >= 0;
                    count = from.getInputStream().read(bytes)) {
                awaitThaw();
                to.getOutputStream().write(bytes, 0, count);
            }
            cut();
        } catch (IOException e) {
            // Either side has gone, or this one was cut.
            cut();
        }
    }

    private void watch(Socket from, Socket to, boolean fromServer) {
        try {
            DataInputStream in = new DataInputStream(from.getInputStream());
            for (int type = in.read(); type >= 0; type = in.read()) {
                byte[] body = in.readNBytes(in.readInt() - 4);
                Message message = new Message(fromServer, (char) type, body);
                awaitThaw();
                if (!treat(message, to.getOutputStream())) {
                    return;
                }
            }
            awaitThaw();
            cut();
        } catch (IOException e) {
            // Either side has gone, or this one was cut.
            cut();
        }
    }

    /** False when nothing more passes. */
    private boolean treat(Message message, OutputStream out) throws IOException {
        Treatment treatment;
        synchronized (this) {
            treatment = mischief.of(message);
        }
        byte[] bytes = bytes(message);
        switch (treatment) {
            case PASS -> out.write(bytes);
            case HALF -> out.write(bytes, 0, bytes.length / 2);
            case LAST -> out.write(bytes);
            case RESET -> reset();
            case FREEZE -> {
                freeze();
                awaitThaw();
            }
            case CUT -> {}
        }
        if (treatment != Treatment.PASS) {
            cut();
        }
        return treatment == Treatment.PASS;
    }

    private static byte[] bytes(Message message) {
        int length = message.body().length + 4;
        byte[] bytes = new byte[length + 1];
        bytes[0] = (byte) message.type();
        for (int i = 0; i < 4; i++) {
            bytes[i + 1] = (byte) (length >>> (24 - 8 * i));
        }
        System.arraycopy(message.body(), 0, bytes, 5, message.body().length);
        return bytes;
    }

    private void awaitThaw() throws IOException {
        if (frozen) {
            try {
                thawed.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    void freeze() {
        frozen = true;
    }

    void reset() {
        try {
            if (!client.isClosed()) {
                client.setSoLinger(true, 0);
            }
            if (server.isConnected() && !server.isClosed()) {
                server.setSoLinger(true, 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }

    void cut() {
        try {
            client.close();
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thawed.countDown();
    }
}
