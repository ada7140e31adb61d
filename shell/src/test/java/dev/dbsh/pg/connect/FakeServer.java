package dev.dbsh.pg.connect;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Answers every client in the same way, until it is closed. */
final class FakeServer implements AutoCloseable {
    /** What is done with a client. */
    interface Answer {
        void to(Socket client) throws IOException;
    }

    private final ServerSocket socket;

    FakeServer(Answer answer) throws IOException {
        socket = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(() -> serve(answer), "fake server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Answer answer) {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                answer.to(client);
            } catch (IOException e) {
                // the client went away, or the test is over
                Thread.onSpinWait();
            }
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
