package dev.dbsh.pg.connect;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Objects;
import java.util.Properties;
import javax.net.SocketFactory;

/** Hands the driver sockets that are connected already; the driver makes one of these by its name. */
public final class DialledSockets extends SocketFactory {
    private final Dial dial;

    public DialledSockets(Properties properties) {
        this.dial = (Dial) Objects.requireNonNull(properties.get(Dial.KEY));
    }

    @Override
    public Socket createSocket() throws IOException {
        return dial.connect();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return dial.connect();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return dial.connect();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return dial.connect();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return dial.connect();
    }
}
