package dev.dbsh.pg.connect;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** A TCP socket whose start-up message is ours. */
final class TcpSocket extends Socket {
    private final Surroundings surroundings;

    TcpSocket(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new StartupMessage(super.getOutputStream(), surroundings);
    }
}
