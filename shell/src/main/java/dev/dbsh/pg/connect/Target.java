package dev.dbsh.pg.connect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where to connect and how, all sources considered.
 *
 * @param hosts in the order they were named
 * @param password from the connection string, the service file or {@code PGPASSWORD}; null when it is still to be
 *     looked up or asked for
 * @param environment the name given with {@code -e}
 */
public record Target(
        List<ServerHost> hosts,
        String user,
        String database,
        @Nullable Secret password,
        PasswordMode passwordMode,
        @Nullable String environment,
        Parameters parameters) {

    public Target {
        hosts = List.copyOf(hosts);
    }

    Target with(Secret typed) {
        return new Target(hosts, user, database, typed, passwordMode, environment, parameters);
    }

    TargetSession session() {
        return TargetSession.of(parameters.or(Keyword.TARGET_SESSION_ATTRS, TargetSession.ANY.word()));
    }

    TlsMode tls() {
        return TlsMode.of(parameters.or(Keyword.SSLMODE, TlsMode.PREFER.word()));
    }

    boolean isBalanced() {
        return parameters.or(Keyword.LOAD_BALANCE_HOSTS, "disable").equals("random");
    }
}
