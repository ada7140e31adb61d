package dev.dbsh.pg.connect;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** A TCP socket with streams of ours. */
final class TcpSocket extends Socket {
    private final SessionStreams streams;

    TcpSocket(SessionStreams streams) {
        this.streams = streams;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return streams.incoming(super::getInputStream, super::getOutputStream);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return streams.outgoing(super::getOutputStream);
    }
}
