package dev.dbsh.pg.connect;

import dev.dbsh.pg.wire.ServerStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** A TCP socket whose start-up message is ours, and that tells the server's messages apart. */
final class TcpSocket extends Socket implements Conversation {
    private final Surroundings surroundings;
    private @Nullable ServerStream messages;

    TcpSocket(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public ServerStream messages() throws IOException {
        ServerStream known = messages;
        if (known == null) {
            known = new ServerStream(super.getInputStream(), super.getOutputStream());
            messages = known;
        }
        return known;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return messages();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new StartupMessage(super.getOutputStream(), surroundings, messages());
    }
}
