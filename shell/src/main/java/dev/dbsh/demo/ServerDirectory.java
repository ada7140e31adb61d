package dev.dbsh.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The temporary directory of one server. It belongs to this process for as long as it lives, and to nobody after it.
 *
 * <p>The owner keeps a lock on the file {@code owner} in it. The kernel gives the lock up when the process ends, however
 * it ends; and it is seen by processes in other containers, to whom our process id means nothing.
 */
final class ServerDirectory implements AutoCloseable {
    private static final String PREFIX = "dbsh-pg-";
    private static final String OWNER = "owner";
    private static final String SERVER = "server";

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM_NEEDED = 1L << 30;

    private final Path path;
    private final FileChannel owner;
    private @Nullable Inhabitant inhabitant;
    private boolean closed;

    private ServerDirectory(Path path, FileChannel owner) {
        this.path = path;
        this.owner = owner;
    }

    /** Whoever runs in the directory and has to leave before it is deleted. */
    interface Inhabitant {
        void leave() throws IOException;
    }

    /** Where such a directory may be, the best place first. */
    static List<Path> places() throws IOException {
        Set<Path> places = new LinkedHashSet<>();
        // A cluster is a thousand small files, and some disks take their time over each.
        if (Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM_NEEDED) {
            places.add(MEMORY);
        }
        for (String usual : List.of(System.getProperty("java.io.tmpdir"), "/tmp")) {
            if (Files.isDirectory(Path.of(usual))) {
                places.add(Path.of(usual).toRealPath());
            }
        }
        return List.copyOf(places);
    }

    /** It is deleted when the process ends, unless it is closed before. */
    static ServerDirectory create(Path place) throws IOException {
        Path path = Files.createTempDirectory(place, prefixOfThisProcess());
        FileChannel owner =
                FileChannel.open(path.resolve(OWNER), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        owner.lock();
        // The text comes after the lock: a file without text is one that is not locked yet.
        owner.write(ByteBuffer.wrap("locked while in use\n".getBytes(StandardCharsets.UTF_8)));
        ServerDirectory directory = new ServerDirectory(path, owner);
        Runtime.getRuntime().addShutdownHook(new Thread(directory::closeAtEnd, "embedded-postgres-stop"));
        Files.createDirectory(directory.server(), PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        return directory;
    }

    Path path() {
        return path;
    }

    /** What the server itself may write to, and nobody else may enter. */
    Path server() {
        return path.resolve(SERVER);
    }

    Path data() {
        return server().resolve("data");
    }

    Path log() {
        return path.resolve("log");
    }

    /** Others than the owner of this process pass through to what is theirs, but see nothing else. */
    void letOthersPass() throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
    }

    synchronized void inhabit(Inhabitant newInhabitant) {
        inhabitant = newInhabitant;
    }

    /** Whoever comes second waits for the first: the process must not end in the middle of this. */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (inhabitant != null) {
            inhabitant.leave();
        }
        delete(path);
        owner.close();
    }

    private void closeAtEnd() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops and deletes what earlier processes of the same user left behind when they were killed. */
    void removeAbandonedOnes(Consumer<String> progress) throws IOException {
        for (Path place : places()) {
            removeAbandonedOnes(place, progress);
        }
    }

    private void removeAbandonedOnes(Path place, Consumer<String> progress) throws IOException {
        try (DirectoryStream<Path> candidates = Files.newDirectoryStream(place, PREFIX + "*")) {
            for (Path candidate : candidates) {
                try {
                    removeIfAbandoned(candidate, progress);
                } catch (NoSuchFileException e) {
                    progress.accept("somebody else removed " + candidate + " first");
                } catch (IOException e) {
                    progress.accept("could not remove " + candidate + ", left by an earlier demo: " + e.getMessage());
                }
            }
        }
    }

    private void removeIfAbandoned(Path candidate, Consumer<String> progress) throws IOException {
        Path file = candidate.resolve(OWNER);
        // Our own are not even opened: closing any handle on a file drops all locks that the process has on it.
        if (candidate.getFileName().toString().startsWith(prefixOfThisProcess())
                || !Files.isDirectory(candidate, LinkOption.NOFOLLOW_LINKS)
                || !Files.getOwner(candidate).equals(Files.getOwner(path))
                || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null && channel.size() > 0) {
                progress.accept("removing the server that a killed demo left behind");
                new Postmaster(candidate.resolve(SERVER).resolve("data")).stop();
                delete(candidate);
            }
        }
    }

    // The last processes of a server may still be writing on their way out.
    private static void delete(Path directory) throws IOException {
        Deadline deadline = Deadline.in(Duration.ofSeconds(5));
        while (true) {
            try {
                deleteOwnerLast(directory);
                return;
            } catch (DirectoryNotEmptyException e) {
                if (deadline.hasPassed()) {
                    throw e;
                }
                Deadline.pause();
            }
        }
    }

    // Killed half way, the directory must still be recognised as abandoned.
    private static void deleteOwnerLast(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            for (Path child : (Iterable<Path>) children::iterator) {
                if (!child.endsWith(OWNER)) {
                    FileTree.delete(child);
                }
            }
        }
        FileTree.delete(directory);
    }

    private static String prefixOfThisProcess() {
        ProcessHandle self = ProcessHandle.current();
        long started = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return PREFIX + self.pid() + "-" + Long.toString(started, Character.MAX_RADIX) + "-";
    }
}
