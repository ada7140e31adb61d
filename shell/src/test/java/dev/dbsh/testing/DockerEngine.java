package dev.dbsh.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a Docker engine is there, found out without loading a client for it. */
final class DockerEngine {
    private static final String USUAL = "unix:///var/run/docker.sock";
    private static final int PATIENCE_MILLIS = 1000;

    private DockerEngine() {}

    static boolean answers() {
        String named = System.getenv("DOCKER_HOST");
        URI host = URI.create(named == null || named.isBlank() ? USUAL : named);
        try {
            return "unix".equals(host.getScheme()) ? answersOn(Path.of(host.getPath())) : accepts(host);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean answersOn(Path socket) throws IOException {
        if (!Files.exists(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            channel.write(ByteBuffer.wrap("GET /_ping HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer answer = ByteBuffer.allocate("HTTP/1.0 200".length());
            while (answer.hasRemaining() && channel.read(answer) >= 0) {
                continue;
            }
            return new String(answer.array(), StandardCharsets.US_ASCII).endsWith(" 200");
        }
    }

    private static boolean accepts(URI host) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host.getHost(), host.getPort()), PATIENCE_MILLIS);
            return true;
        }
    }
}
