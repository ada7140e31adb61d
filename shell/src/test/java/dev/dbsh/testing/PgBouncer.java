package dev.dbsh.testing;

import dev.dbsh.demo.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A pooler with two server connections, so that every second client meets another's. */
public final class PgBouncer implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/pgbouncer");

    private final Path directory;
    private final Process process;
    private final Login login;

    private PgBouncer(Path directory, Process process, Login login) {
        this.directory = directory;
        this.process = process;
        this.login = login;
    }

    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /** One in transaction mode. */
    public static PgBouncer before(Login server) {
        return before(server, "transaction");
    }

    /**
     * Starts one that leads to every database of that server, always as that user.
     *
     * @param mode when a client gives its connection back: {@code session}, {@code transaction}, {@code statement}
     */
    public static PgBouncer before(Login server, String mode) {
        int port = InstalledPostgres.freePort();
        Path directory = ServerAccount.directory("dbsh-pgbouncer-");
        try {
            Path configuration =
                    Files.writeString(directory.resolve("pgbouncer.ini"), configuration(server, port, mode));
            ServerAccount.own(configuration);
            Process process = ServerAccount.program(List.of(PROGRAM.toString(), configuration.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("log").toFile())
                    .start();
            Login login = new Login("127.0.0.1", port, server.database(), server.user(), "");
            PgBouncer bouncer = new PgBouncer(directory, process, login);
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "pgbouncer-stop"));
            Waiting.until("pgbouncer listens", bouncer::listens);
            return bouncer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Login login() {
        return login;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean listens() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException(Files.readString(directory.resolve("log")));
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(login.host(), login.port()));
            return true;
        } catch (ConnectException e) {
            return false;
        }
    }

    private static String configuration(Login server, int port, String mode) {
        String password = server.password().isEmpty() ? "" : " password=" + server.password();
        return """
                [databases]
                * = host=%s port=%d user=%s%s

                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = %s
                default_pool_size = 2
                ignore_startup_parameters = extra_float_digits
                """.formatted(server.host(), server.port(), server.user(), password, port, mode);
    }
}
