package dev.dbsh.pg.connect;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/**
 * Asks the server, over a connection of its own, to stop what a session runs. It is encrypted when the session is: whoever
 * reads the key of a session can cancel its statements for as long as it lasts.
 */
public final class CancelRequest implements AutoCloseable {
    private static final byte[] TLS_REQUEST =
            ByteBuffer.allocate(8).putInt(8).putInt(80_877_103).array();
    private static final String[] DIRECT_TLS = {"postgresql"};

    private final Socket plain;
    private final Socket socket;
    private final BackendKey key;

    private CancelRequest(Socket plain, Socket socket, BackendKey key) {
        this.plain = plain;
        this.socket = socket;
        this.key = key;
    }

    /**
     * Opens the connection and sends nothing over it yet.
     *
     * @param dial a fresh one, to the address of the session
     * @param millis how long each step of it may take
     */
    static CancelRequest over(Dial dial, BackendKey key, boolean encrypted, int millis) throws IOException {
        Socket plain = dial.connect();
        try {
            plain.setSoTimeout(millis);
            return new CancelRequest(plain, encrypted ? encrypted(dial, plain) : plain, key);
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    private static Socket encrypted(Dial dial, Socket plain) throws IOException {
        boolean direct =
                dial.target().parameters().or(Keyword.SSLNEGOTIATION, "").equals("direct");
        if (!direct) {
            plain.getOutputStream().write(TLS_REQUEST);
            plain.getOutputStream().flush();
            if (plain.getInputStream().read() != 'S') {
                throw new IOException("the server does not offer TLS any more: no cancel request in clear text");
            }
        }
        TlsSocket socket = dial.encrypt(plain);
        if (direct) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(DIRECT_TLS);
            socket.setSSLParameters(parameters);
        }
        socket.setUseClientMode(true);
        socket.startHandshake();
        return socket;
    }

    /**
     * Returns when the server has closed the connection: then the signal has been given, and what the session runs later is
     * safe from it.
     *
     * @param millis how long to wait for that
     * @return false when it was sent, but nobody knows whether it has had its effect
     * @throws IOException it was not sent, and will have no effect
     */
    public boolean send(int millis) throws IOException {
        socket.setSoTimeout(millis);
        socket.getOutputStream().write(key.cancelRequest());
        socket.getOutputStream().flush();
        return isClosedByServer(socket.getInputStream());
    }

    // The server's process ends without a word, also where TLS would have one.
    private static boolean isClosedByServer(InputStream in) {
        try {
            return in.read() < 0;
        } catch (SSLException e) {
            return e.getCause() instanceof EOFException || e.getCause() instanceof SocketException;
        } catch (IOException e) {
            // A reset comes from where nobody is left to act on the request.
            return e instanceof SocketException;
        }
    }

    @Override
    public void close() throws IOException {
        plain.close();
    }
}
