package dev.dbsh.pg.connect;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Works out where to connect. In order of precedence: what was typed, the named environment, the service file, the
 * environment variables, the defaults. No file is read unless something names it.
 */
final class Targets {
    private static final int LONGEST_NAME = 63;

    private final Surroundings surroundings;

    Targets(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Target resolve(ConnectRequest request) {
        return resolve(request, gather(request));
    }

    /**
     * A password goes only to the same role on the same server, and an address only with its name.
     *
     * @param on which of its hosts the connection has: its port is meant when another host is named alone
     */
    Target resolve(ConnectRequest request, Target from, ServerHost on) {
        Parameters parameters = typed(request);
        boolean sameHost = parameters.find(Keyword.HOST) == null && parameters.find(Keyword.HOSTADDR) == null;
        boolean same = sameHost && parameters.find(Keyword.PORT) == null && parameters.find(Keyword.USER) == null;
        boolean ownPassword = parameters.find(Keyword.PASSWORD) != null;
        if (!sameHost && parameters.find(Keyword.PORT) == null) {
            parameters.put(Keyword.PORT, Integer.toString(on.port()), "the connection that there is");
        }
        parameters.complete(from.parameters().without(sameHost ? null : Keyword.HOSTADDR));
        Target target = resolve(request, same || ownPassword ? parameters : parameters.without(Keyword.PASSWORD));
        Secret password = from.password();
        return same && !ownPassword && password != null ? target.with(password) : target;
    }

    private Target resolve(ConnectRequest request, Parameters parameters) {
        new Choices(parameters).check();
        String user = filled(parameters, Keyword.USER, surroundings.osUser());
        String database = filled(parameters, Keyword.DBNAME, user);
        checkLength("user", user);
        checkLength("database", database);
        String password = parameters.filled(Keyword.PASSWORD);
        return new Target(
                new HostList(parameters, surroundings.socketDirectory()).hosts(),
                user,
                database,
                password == null ? null : Secret.of(password),
                request.passwordMode(),
                request.environment(),
                parameters);
    }

    private Parameters gather(ConnectRequest request) {
        Parameters parameters = typed(request);
        String environment = request.environment();
        if (environment != null) {
            parameters.complete(new Environments(surroundings).connection(environment));
        }
        String service = parameters.find(Keyword.SERVICE);
        if (service == null) {
            service = surroundings.variable("PGSERVICE");
        }
        if (service != null) {
            parameters.complete(ServiceFile.read(service, surroundings));
        }
        addVariables(parameters);
        if (parameters.find(Keyword.SSLMODE) == null && "system".equals(parameters.find(Keyword.SSLROOTCERT))) {
            parameters.put(Keyword.SSLMODE, TlsMode.VERIFY_FULL.word(), "sslrootcert=system");
        }
        return parameters;
    }

    /** As psql: a connection string wins over -h, -p and -U. */
    private static Parameters typed(ConnectRequest request) {
        Parameters parameters = new Parameters();
        putFilled(parameters, Keyword.HOST, request.host(), "-h");
        putFilled(parameters, Keyword.PORT, request.port(), "-p");
        putFilled(parameters, Keyword.USER, request.user(), "-U");
        String database = request.database();
        if (database != null && ConnectionString.isRecognized(database)) {
            parameters.override(ConnectionString.parse(database, "the connection string"));
        } else {
            putFilled(parameters, Keyword.DBNAME, database, "the database name");
        }
        return parameters;
    }

    private static void putFilled(Parameters parameters, Keyword keyword, @Nullable String value, String origin) {
        if (value != null && !value.isEmpty()) {
            parameters.put(keyword, value, origin);
        }
    }

    private void addVariables(Parameters parameters) {
        for (Keyword keyword : Keyword.values()) {
            String variable = keyword.variable();
            String value = variable == null ? null : surroundings.variable(variable);
            if (variable != null && value != null) {
                parameters.putIfAbsent(keyword, value, variable);
            }
        }
        String required = surroundings.variable("PGREQUIRESSL");
        if (required != null && required.startsWith("1")) {
            parameters.putIfAbsent(Keyword.SSLMODE, TlsMode.REQUIRE.word(), "PGREQUIRESSL");
        }
    }

    private static String filled(Parameters parameters, Keyword keyword, String fallback) {
        String value = parameters.filled(keyword);
        return value == null ? fallback : value;
    }

    /** Servers before 17 silently cut longer names, and the rest may name something else. */
    private static void checkLength(String what, String name) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST_NAME) {
            throw new InvalidConnection(
                    what + " name is " + bytes + " bytes long",
                    "PostgreSQL has no names over " + LONGEST_NAME + " bytes");
        }
    }
}
