package dev.dbsh.pg.connect;

import dev.dbsh.report.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tomlj.TomlTable;

/**
 * The environments of config.toml. Reading the file costs a parser with hundreds of classes: ask only when a name was
 * given or a label is to be shown.
 */
public final class Environments {
    private static final String TABLE = "environments";
    private static final List<String> KEYS = List.of("label", "color", "connection");

    private final Surroundings surroundings;

    public Environments(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * The environment of that name.
     *
     * @throws InvalidConnection there is none
     * @throws ConfigurationFailure the file is wrong or unsafe
     */
    public Environment named(String name) {
        List<Environment> all = all();
        List<String> names = new ArrayList<>();
        for (Environment environment : all) {
            if (environment.name().equals(name)) {
                return environment;
            }
            names.add(environment.name());
        }
        String near = Nearest.to(name, names)
                .map(word -> "did you mean " + word)
                .orElse("add [environments." + name + "] to " + surroundings.configuration());
        throw new InvalidConnection("unknown environment \"" + name + '"', near);
    }

    /** The environment a target belongs to: the one asked for, or the first that leads to the same place. */
    public Optional<Environment> matching(Target target) {
        String asked = target.environment();
        if (asked != null) {
            return Optional.of(named(asked));
        }
        for (Environment environment : all()) {
            if (leadsTo(environment, target)) {
                return Optional.of(environment);
            }
        }
        return Optional.empty();
    }

    private boolean leadsTo(Environment environment, Target target) {
        String connection = environment.connection();
        if (connection == null) {
            return false;
        }
        Target other = new Targets(surroundings).resolve(ConnectRequest.to(connection));
        if (!other.database().equals(target.database())) {
            return false;
        }
        for (ServerHost host : target.hosts()) {
            if (other.hosts().contains(host)) {
                return true;
            }
        }
        return false;
    }

    Parameters connection(String name) {
        String connection = named(name).connection();
        return connection == null
                ? new Parameters()
                : ConnectionString.parse(connection, surroundings.configuration() + " environment " + name);
    }

    private List<Environment> all() {
        ConfigFile file = ConfigFile.read(surroundings).orElse(null);
        TomlTable table = file == null ? null : file.table(TABLE).orElse(null);
        if (file == null || table == null) {
            return List.of();
        }
        Set<String> names = table.keySet();
        List<Environment> environments = new ArrayList<>(names.size());
        for (String name : names) {
            environments.add(environment(file, file.table(table, name), name));
        }
        return environments;
    }

    private static Environment environment(ConfigFile file, TomlTable table, String name) {
        file.checkKeys(table, KEYS, "key");
        String connection = file.text(table, "connection").orElse(null);
        if (connection != null) {
            checkConnection(file, table, connection);
        }
        return new Environment(
                name,
                file.text(table, "label").orElse(name),
                file.text(table, "color").orElse(null),
                connection);
    }

    private static void checkConnection(ConfigFile file, TomlTable table, String connection) {
        if (!ConnectionString.isRecognized(connection)) {
            throw file.failure(
                    "\"connection\" is neither a URI nor key=value pairs",
                    table,
                    "connection",
                    "write it as \"postgresql://host/database\" or \"host=... dbname=...\"");
        }
        try {
            Parameters parsed = ConnectionString.parse(connection, "config.toml");
            boolean secret = parsed.find(Keyword.PASSWORD) != null || parsed.find(Keyword.SSLPASSWORD) != null;
            if (secret && !file.isPrivate()) {
                throw file.failure(
                        "a password in a file that others can read",
                        table,
                        "connection",
                        "move it to ~/.pgpass, or chmod 600 the file");
            }
        } catch (InvalidConnection e) {
            throw file.failure(String.valueOf(e.getMessage()), table, "connection", e.hint());
        }
    }
}
