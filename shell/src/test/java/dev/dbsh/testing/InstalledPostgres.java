package dev.dbsh.testing;

import dev.dbsh.demo.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A server of the programs that Debian's package brings, among them those that the embedded one does not have. */
public final class InstalledPostgres implements AutoCloseable {
    private static final Path ROOT = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path directory;
    private final int port = freePort();

    private InstalledPostgres(int major) {
        this.programs = programs(major);
        this.directory = ServerAccount.directory("dbsh-installed-");
    }

    /** The newest major version that is installed; empty when there is none. */
    public static OptionalInt newest() {
        if (!Files.isDirectory(ROOT)) {
            return OptionalInt.empty();
        }
        try (Stream<Path> majors = Files.list(ROOT)) {
            return majors.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("\\d+"))
                    .mapToInt(Integer::parseInt)
                    .filter(InstalledPostgres::isThere)
                    .max();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isThere(int major) {
        return Stream.of("initdb", "postgres", "pg_ctl")
                .allMatch(program -> Files.isExecutable(programs(major).resolve(program)));
    }

    /** A new, empty cluster that is not started yet. */
    public static InstalledPostgres initialised(int major) {
        InstalledPostgres server = new InstalledPostgres(major);
        server.run(
                "initdb",
                "--pgdata=" + server.data(),
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync");
        return server;
    }

    /** A copy of a running server that follows it; not started yet. */
    static InstalledPostgres copyOf(InstalledPostgres primary, int major) {
        InstalledPostgres standby = new InstalledPostgres(major);
        standby.run(
                "pg_basebackup",
                "--pgdata=" + standby.data(),
                "--dbname=" + primary.login().conninfo(),
                "--write-recovery-conf",
                "--checkpoint=fast",
                "--no-sync");
        return standby;
    }

    /** @param settings each {@code name=value} */
    public void start(List<String> settings) {
        StringBuilder options = new StringBuilder("-p " + port + " -c listen_addresses=127.0.0.1");
        options.append(" -c unix_socket_directories=").append(directory);
        settings.forEach(setting -> options.append(" -c ").append(setting));
        run("pg_ctl", "-D", data(), "-w", "-l", directory.resolve("log").toString(), "-o", options.toString(), "start");
    }

    public Login login() {
        return new Login("127.0.0.1", port, "postgres", "postgres", "");
    }

    /** All that the server has logged so far. */
    public String log() {
        try {
            return Files.readString(directory.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server at once and deletes its directory. */
    @Override
    public void close() {
        if (!Files.exists(directory)) {
            return;
        }
        if (Files.exists(Path.of(data(), "postmaster.pid"))) {
            run("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path programs(int major) {
        return ROOT.resolve(Integer.toString(major)).resolve("bin");
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    private void run(String program, String... words) {
        ServerAccount.run(Stream.concat(Stream.of(programs.resolve(program).toString()), Stream.of(words))
                .toList());
    }
}
