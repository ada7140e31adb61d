package dev.dbsh.pg.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL server of the test's own, with every way of logging in; stopped and removed with the JVM. */
final class ScratchServer {
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final String HBA = """
            local   all peered                  peer map=tests
            local   all mapped                  peer map=tests
            local   all all                     trust
            local   replication all             trust
            host    all trusted   127.0.0.1/32  trust
            host    all scram     127.0.0.1/32  scram-sha-256
            host    all scram2    127.0.0.1/32  scram-sha-256
            host    all hashed    127.0.0.1/32  md5
            host    all clear     127.0.0.1/32  password
            hostssl all tlsonly   127.0.0.1/32  trust
            hostnossl all plainonly 127.0.0.1/32 trust
            hostssl all certified 127.0.0.1/32  cert
            host    all limited   127.0.0.1/32  trust
            host    all nologin   127.0.0.1/32  trust
            host    all missing   127.0.0.1/32  trust
            """;
    private static final String ROLES = """
            create role trusted login;
            create role scram login password 'geheim';
            create role scram2 login password 'p@ss:w/o\\rd';
            create role clear login password 'klar';
            set password_encryption = 'md5';
            create role hashed login password 'alt';
            create role tlsonly login;
            create role plainonly login;
            create role certified login;
            create role limited login connection limit 0;
            create role nologin;
            create role peered login;
            create role mapped login;
            """;

    private static ScratchServer shared;
    private static RuntimeException trouble;

    private final Path root;
    private final Path data;
    private final int port;
    private ScratchServer standby;

    private ScratchServer(Path root, int port) {
        this.root = root;
        this.data = root.resolve("data");
        this.port = port;
    }

    /** One for all tests of the JVM; nobody changes what others rely on. A start that failed is not tried again. */
    static synchronized ScratchServer shared() {
        if (trouble != null) {
            throw trouble;
        }
        if (shared == null) {
            try {
                shared = create();
            } catch (RuntimeException e) {
                trouble = e;
                throw e;
            }
        }
        return shared;
    }

    private static ScratchServer create() {
        ScratchServer server = new ScratchServer(newDirectory(), freePort());
        Runtime.getRuntime().addShutdownHook(new Thread(server::remove));
        List<String> initdb =
                new ArrayList<>(List.of(binaries().resolve("initdb").toString()));
        initdb.addAll(List.of("-D", server.data.toString(), "-A", "trust", "-U", "postgres", "--no-sync"));
        initdb.addAll(List.of("-E", "UTF8", "--locale=C.UTF-8"));
        Shell.asServer(initdb);
        Certificates.create(server.root);
        write(server.data.resolve("pg_hba.conf"), HBA);
        write(server.data.resolve("pg_ident.conf"), "tests " + System.getProperty("user.name") + " mapped\n");
        server.start("on");
        server.run("postgres", ROLES);
        for (String name :
                List.of("\"my db\"", "\"quo'te\"", "\"per%cent\"", "\"a=b\"", "\"a/b\"", "\"Größe\"", "app")) {
            server.run("postgres", "create database " + name);
        }
        server.run("postgres", "create database closed");
        server.run("postgres", "revoke connect on database closed from public");
        return server;
    }

    private void start(String tls) {
        String options = "-p " + port + " -F -c unix_socket_directories=" + root + " -c listen_addresses=127.0.0.1"
                + " -c max_connections=30 -c ssl=" + tls + " -c ssl_cert_file=" + root.resolve("server.crt")
                + " -c ssl_key_file=" + root.resolve("server.key") + " -c ssl_ca_file=" + root.resolve("ca.crt");
        Shell.asServer(List.of(
                binaries().resolve("pg_ctl").toString(),
                "-D",
                data.toString(),
                "-w",
                "-l",
                root.resolve("log").toString(),
                "-o",
                options,
                "start"));
    }

    /** A hot standby of this one, without TLS; one for all tests. */
    synchronized ScratchServer sharedStandby() {
        if (standby == null) {
            standby = newStandby();
        }
        return standby;
    }

    private ScratchServer newStandby() {
        ScratchServer copy = new ScratchServer(newDirectory(), freePort());
        Runtime.getRuntime().addShutdownHook(new Thread(copy::remove));
        Shell.asServer(List.of(
                binaries().resolve("pg_basebackup").toString(),
                "-R",
                "-h",
                root.toString(),
                "-p",
                Integer.toString(port),
                "-U",
                "postgres",
                "-D",
                copy.data.toString(),
                "--checkpoint=fast",
                "--no-sync"));
        copy.start("off");
        return copy;
    }

    int port() {
        return port;
    }

    /** Where its Unix socket is. */
    Path sockets() {
        return root;
    }

    Path file(String name) {
        return root.resolve(name);
    }

    /** Runs SQL as the superuser, over the Unix socket. */
    String run(String database, String sql) {
        return Shell.asServer(List.of(
                        binaries().resolve("psql").toString(),
                        "-XqAt",
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-h",
                        root.toString(),
                        "-p",
                        Integer.toString(port),
                        "-U",
                        "postgres",
                        "-d",
                        database,
                        "-c",
                        sql))
                .strip();
    }

    private void remove() {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            Shell.asServer(List.of(
                    binaries().resolve("pg_ctl").toString(), "-D", data.toString(), "-m", "immediate", "-w", "stop"));
        }
        delete(root);
    }

    static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path binaries() {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .sorted()
                    .forEach(found::add);
        } catch (IOException e) {
            throw new IllegalStateException("no PostgreSQL in " + VERSIONS + ": apt-get install postgresql", e);
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("no initdb in " + VERSIONS + "/*/bin: apt-get install postgresql");
        }
        return found.get(found.size() - 1);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Short, because a socket's path may have 107 characters, and open to the server's user. */
    static Path newDirectory() {
        try {
            Path directory = Files.createTempDirectory(Path.of("/tmp"), "dbsh-scratch");
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            giveToServer(directory);
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void giveToServer(Path path) throws IOException {
        if (System.getProperty("user.name").equals("root")) {
            Files.setOwner(
                    path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
        }
    }

    static Path write(Path file, String text) {
        try {
            Files.writeString(file, text);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
