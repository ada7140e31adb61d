package dev.dbsh.pg.connect;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Objects;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/** Turns the driver's socket into a TLS one by the target's rules; the driver makes one of these by its name. */
public final class DialledTls extends SSLSocketFactory {
    private final Dial dial;

    public DialledTls(Properties properties) {
        this.dial = (Dial) Objects.requireNonNull(properties.get(Dial.KEY));
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
        return dial.encrypt(plain);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return new String[0];
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return new String[0];
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw noPlainSocket();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        throw noPlainSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw noPlainSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        throw noPlainSocket();
    }

    private static IOException noPlainSocket() {
        return new IOException("a PostgreSQL connection becomes TLS only after it was negotiated");
    }
}
