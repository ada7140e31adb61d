package dev.dbsh.pg.connect;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;

/** A PgBouncer in transaction mode before a scratch server. */
final class ScratchPooler {
    private final Path root;
    private final int port;

    private ScratchPooler(Path root, int port) {
        this.root = root;
        this.port = port;
    }

    static ScratchPooler start(ScratchServer server) throws IOException {
        ScratchPooler pooler = new ScratchPooler(ScratchServer.newDirectory(), ScratchServer.freePort());
        Path users = ScratchServer.write(pooler.root.resolve("users"), "\"trusted\" \"\"\n");
        Path settings = ScratchServer.write(pooler.root.resolve("pgbouncer.ini"), """
                [databases]
                app = host=%s port=%d dbname=app
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = trust
                auth_file = %s
                pool_mode = transaction
                default_pool_size = 2
                logfile = %s
                pidfile = %s
                """.formatted(
                        server.sockets(),
                        server.port(),
                        pooler.port,
                        users,
                        pooler.root.resolve("log"),
                        pooler.root.resolve("pid")));
        Shell.asServer(List.of("pgbouncer", "-q", "-d", settings.toString()));
        pooler.awaitPort();
        return pooler;
    }

    private void awaitPort() {
        long end = System.nanoTime() + 10_000_000_000L;
        while (System.nanoTime() < end) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
                return;
            } catch (IOException e) {
                Thread.onSpinWait();
            }
        }
        throw new IllegalStateException("pgbouncer does not listen; see " + root.resolve("log"));
    }

    int port() {
        return port;
    }

    void stop() {
        String pid =
                Shell.asServer(List.of("cat", root.resolve("pid").toString())).strip();
        Shell.asServer(List.of("kill", pid));
        ProcessHandle.of(Long.parseLong(pid))
                .ifPresent(process -> process.onExit().join());
        ScratchServer.delete(root);
    }
}
