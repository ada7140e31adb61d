package dev.dbsh.testing;

import dev.dbsh.demo.Login;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A PostgreSQL that tests run on, started when the first test asks for it and once for all of them.
 *
 * <p>It is what {@code DBSH_TEST_SERVER} names; else a container when a Docker engine answers and has or gets the image;
 * else an embedded server; else one installed on this machine.
 */
public final class TestServer {
    static final List<String> SETTINGS = List.of(
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
            "max_connections=200",
            "max_prepared_transactions=20",
            "wal_level=logical",
            "max_wal_senders=10",
            "max_replication_slots=10");

    private static final int OLDEST = 13;
    private static final int NEWEST = 18;
    private static final Map<Integer, TestServer> STARTED = new HashMap<>();

    private final Login superuser;
    private final int major;
    private final Templates templates;

    private TestServer(Login superuser, int major, Templates templates) {
        this.superuser = superuser;
        this.major = major;
        this.templates = templates;
    }

    /** The server of ordinary tests. */
    public static TestServer newest() {
        TreeSet<Integer> candidates = new TreeSet<>(candidates());
        return candidates.descendingSet().stream()
                .filter(major -> Sources.find(major).isPresent())
                .findFirst()
                .map(TestServer::major)
                .orElseThrow(() -> new IllegalStateException(
                        "no PostgreSQL for the tests: name one in DBSH_TEST_SERVER, or build with Maven, which fetches "
                                + "embedded ones"));
    }

    /** The server of that major version, for tests that are about it. */
    public static synchronized TestServer major(int major) {
        return STARTED.computeIfAbsent(major, TestServer::start);
    }

    /** The major versions that can be had here: the matrix. */
    public static SortedSet<Integer> majors() {
        SortedSet<Integer> majors = new TreeSet<>(candidates());
        majors.removeIf(major -> Sources.find(major).isEmpty());
        return majors;
    }

    public int major() {
        return major;
    }

    /** How its superuser gets in. */
    public Login login() {
        return superuser;
    }

    Templates templates() {
        return templates;
    }

    private static SortedSet<Integer> candidates() {
        if (Sources.NAMED.isPresent()) {
            return Sources.NAMED.get().majors();
        }
        SortedSet<Integer> supported = new TreeSet<>();
        for (int major = OLDEST; major <= NEWEST; major++) {
            supported.add(major);
        }
        return supported;
    }

    private static TestServer start(int major) {
        ServerSource source = Sources.find(major)
                .orElseThrow(() -> new IllegalStateException("no PostgreSQL " + major + " for the tests"));
        Login login = source.start(major);
        System.out.println("tests use PostgreSQL " + version(login) + " (" + source.description() + ") at "
                + login.host() + ":" + login.port());
        return new TestServer(login, major, new Templates(login, source instanceof NamedServers));
    }

    private static String version(Login login) {
        try (Connection connection = login.open("dbsh-test");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show server_version")) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot use " + login, e);
        }
    }

    // Apart, so that nothing looks for an engine before a test needs a server.
    private static final class Sources {
        static final Optional<NamedServers> NAMED = Optional.ofNullable(System.getenv("DBSH_TEST_SERVER"))
                .filter(names -> !names.isBlank())
                .map(NamedServers::new);

        private static final List<ServerSource> ALL = all();

        static Optional<ServerSource> find(int major) {
            return ALL.stream().filter(source -> source.offers(major)).findFirst();
        }

        private static List<ServerSource> all() {
            if (NAMED.isPresent()) {
                return List.of(NAMED.get());
            }
            return DockerEngine.answers()
                    ? List.of(new Containers(), new EmbeddedServers(), new InstalledServers())
                    : List.of(new EmbeddedServers(), new InstalledServers());
        }
    }
}
