package dev.dbsh.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A data directory, the programs run on it one after the other, and the end of both. */
final class Cluster implements AutoCloseable, ServerDirectory.Inhabitant {
    private static final String SUPERUSER = "postgres";
    private static final Duration TIME_TO_START = Duration.ofSeconds(60);
    private static final int PORT_ATTEMPTS = 5;
    private static final int LOG_LINES_SHOWN = 12;

    // The kernel's limit for the path of a socket, without the zero at its end.
    private static final int SOCKET_PATH_LIMIT = 107;

    private static final List<String> DISPOSABLE = List.of(
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
            "shared_buffers=16MB",
            "max_prepared_transactions=10",
            "timezone=UTC",
            "log_timezone=UTC",
            "listen_addresses=127.0.0.1");

    private final ServerDirectory directory;
    private final ServerUser user;
    private final Path programs;
    private final String password = randomPassword();
    private @Nullable Process child;
    private boolean stopped;

    private Cluster(ServerDirectory directory, ServerUser user, Path programs) {
        this.directory = directory;
        this.user = user;
        this.programs = programs;
    }

    /** Finds a place for the data, an account and a tree of programs that work together. */
    static Cluster prepare(Binaries release, Consumer<String> progress) throws IOException {
        List<Path> places = ServerDirectory.places();
        for (Path place : places) {
            ServerDirectory directory = ServerDirectory.create(place);
            directory.removeAbandonedOnes(progress);
            Optional<Cluster> cluster = in(directory, release, progress);
            if (cluster.isPresent()) {
                return cluster.get();
            }
            directory.close();
        }
        throw new DemoFailure("cannot run the server in any of " + places + "; PostgreSQL refuses root, so root needs "
                + "setpriv, runuser or su and an account postgres or nobody");
    }

    private static Optional<Cluster> in(ServerDirectory directory, Binaries release, Consumer<String> progress)
            throws IOException {
        Optional<ServerUser> user = ServerUser.find(directory);
        if (user.isEmpty()) {
            return Optional.empty();
        }
        return release.treeFor(user.get(), directory.path(), progress)
                .map(tree -> new Cluster(directory, user.get(), tree.resolve("bin")));
    }

    Path passwordFile() {
        return directory.path().resolve("pgpass");
    }

    Path dataDirectory() {
        return directory.data();
    }

    void initialise() throws IOException {
        directory.inhabit(this);
        Path passwordForInitdb = directory.server().resolve("password");
        writeSecret(passwordForInitdb, password);
        user.own(passwordForInitdb);
        Process initdb = begin(Program.prepare(user.command(List.of(
                programs.resolve("initdb").toString(),
                "--pgdata=" + directory.data(),
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordForInitdb,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync"))));
        Program.Finished end = Program.finish(initdb);
        Files.delete(passwordForInitdb);
        if (!end.succeeded()) {
            throw new DemoFailure("initdb failed: " + end.output());
        }
    }

    Login start(List<String> settings) throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            if (isUp(launch(port, settings))) {
                writeSecret(passwordFile(), "127.0.0.1:" + port + ":*:*:" + password + "\n");
                return new Login("127.0.0.1", port, SUPERUSER, SUPERUSER, password);
            }
            String log = Files.readString(directory.log());
            // Somebody may take the port between our look and the server's.
            if (attempt == PORT_ATTEMPTS || !log.contains("could not bind")) {
                throw new DemoFailure("the server did not start; its log ends with:\n" + tail(log));
            }
        }
    }

    @Override
    public void close() throws IOException {
        directory.close();
    }

    @Override
    public synchronized void leave() throws IOException {
        stopped = true;
        new Postmaster(directory.data()).stop();
        if (child != null) {
            child.descendants().forEach(ProcessHandle::destroyForcibly);
            child.destroyForcibly().onExit().join();
        }
    }

    private Process launch(int port, List<String> settings) throws IOException {
        List<String> words =
                new ArrayList<>(List.of(programs.resolve("postgres").toString()));
        words.addAll(List.of("-D", directory.data().toString(), "-p", Integer.toString(port)));
        words.addAll(List.of("-c", "unix_socket_directories=" + socketDirectory(port)));
        Stream.concat(DISPOSABLE.stream(), settings.stream()).forEach(setting -> words.addAll(List.of("-c", setting)));
        ProcessBuilder postgres = Program.prepare(user.command(words))
                .redirectOutput(ProcessBuilder.Redirect.to(directory.log().toFile()));
        return new Keeper(() -> begin(postgres)).process();
    }

    private synchronized Process begin(ProcessBuilder program) throws IOException {
        if (stopped) {
            throw new IOException("stopped while starting");
        }
        Process process = program.start();
        child = process;
        return process;
    }

    private boolean isUp(Process process) throws IOException {
        Postmaster postmaster = new Postmaster(directory.data());
        Deadline deadline = Deadline.in(TIME_TO_START);
        while (process.isAlive() && !deadline.hasPassed()) {
            if (postmaster.isReady()) {
                return true;
            }
            Deadline.pause();
        }
        return false;
    }

    private String socketDirectory(int port) {
        Path socket = directory.server().resolve(".s.PGSQL." + port);
        return socket.toString().length() > SOCKET_PATH_LIMIT
                ? ""
                : directory.server().toString();
    }

    private static void writeSecret(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String tail(String log) {
        List<String> lines = log.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
    }

    private static String randomPassword() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
