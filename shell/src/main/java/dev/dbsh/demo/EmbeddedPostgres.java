package dev.dbsh.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A PostgreSQL server in a temporary directory that goes with this process, however the process ends.
 *
 * <p>It listens on the loopback address, where only its password lets one in. Nothing in it is durable.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private final Cluster cluster;
    private final Login login;

    private EmbeddedPostgres(Cluster cluster, Login login) {
        this.cluster = cluster;
        this.login = login;
    }

    /** The major versions that there are binaries of, in the directory where the build put them. */
    public static SortedSet<Integer> majors(Path binaries) {
        return Binaries.in(binaries).stream().map(Binaries::major).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Starts a new, empty server.
     *
     * @param settings further settings, each {@code name=value}
     * @param progress is told what takes long, or went wrong without stopping the start
     */
    public static EmbeddedPostgres start(Path binaries, int major, List<String> settings, Consumer<String> progress) {
        Binaries release = Binaries.in(binaries).stream()
                .filter(candidate -> candidate.major() == major)
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new DemoFailure("no PostgreSQL " + major + " binaries in " + binaries));
        try {
            return start(release, settings, progress);
        } catch (IOException e) {
            throw new DemoFailure("could not start PostgreSQL " + release.version() + ": " + e.getMessage(), e);
        }
    }

    private static EmbeddedPostgres start(Binaries release, List<String> settings, Consumer<String> progress)
            throws IOException {
        Cluster cluster = Cluster.prepare(release, progress);
        try {
            cluster.initialise();
            return new EmbeddedPostgres(cluster, cluster.start(settings));
        } catch (IOException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** How the superuser gets in. */
    public Login login() {
        return login;
    }

    /** A file that libpq takes as PGPASSFILE; it knows every user that has the superuser's password. */
    public Path passwordFile() {
        return cluster.passwordFile();
    }

    public Path dataDirectory() {
        return cluster.dataDirectory();
    }

    /** Stops the server and deletes its directory. */
    @Override
    public void close() {
        try {
            cluster.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
