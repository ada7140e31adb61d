package dev.dbsh.pg.connect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the machine and the operator's login contribute to a connection.
 *
 * @param socketDirectory where a server without a host name is looked for
 */
public record Surroundings(Map<String, String> variables, Path home, String osUser, Path socketDirectory) {
    private static final Path DEBIAN_SOCKETS = Path.of("/var/run/postgresql");
    private static final Path DEBIAN_SERVICES = Path.of("/etc/postgresql-common");

    public static Surroundings of(Map<String, String> variables) {
        String home = variables.getOrDefault("HOME", "");
        return new Surroundings(
                variables,
                Path.of(home.isEmpty() ? System.getProperty("user.home", "/") : home),
                System.getProperty("user.name", ""),
                Files.isDirectory(DEBIAN_SOCKETS) ? DEBIAN_SOCKETS : Path.of("/tmp"));
    }

    @Nullable
    String variable(String name) {
        return variables.get(name);
    }

    /** Where {@code pg_service.conf} for all users lies. */
    Path systemConfiguration() {
        String directory = variables.get("PGSYSCONFDIR");
        return directory == null ? DEBIAN_SERVICES : Path.of(directory);
    }

    /** Where dbsh keeps what it writes for this login. */
    public Path state() {
        String base = variables.getOrDefault("XDG_STATE_HOME", "");
        Path directory = base.isEmpty() ? home.resolve(".local").resolve("state") : Path.of(base);
        return directory.resolve("dbsh");
    }

    /** Where config.toml lies. */
    Path configuration() {
        String base = variables.getOrDefault("XDG_CONFIG_HOME", "");
        Path directory = base.isEmpty() ? home.resolve(".config") : Path.of(base);
        return directory.resolve("dbsh").resolve("config.toml");
    }

    @Override
    public String toString() {
        return "Surroundings of " + osUser;
    }
}
