package dev.dbsh.pg.connect;

import org.jspecify.annotations.Nullable;

/**
 * What was typed on the command line; null for what was not.
 *
 * @param database {@code -d} or the positional CONNECTION: a database name, a URI or {@code key=value} pairs
 * @param environment {@code -e}: the name of an environment in config.toml
 */
public record ConnectRequest(
        @Nullable String host,
        @Nullable String port,
        @Nullable String user,
        @Nullable String database,
        @Nullable String environment,
        PasswordMode passwordMode) {

    public static ConnectRequest to(String connection) {
        return new ConnectRequest(null, null, null, connection, null, PasswordMode.WHEN_NEEDED);
    }
}
