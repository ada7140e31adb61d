package dev.dbsh.console;

import org.jspecify.annotations.Nullable;

/**
 * Where the session is pointed, as configured: the prompt shows it before any server has answered.
 *
 * @param host as the operator knows it; {@code [local]} for a socket
 * @param environment the label of a named environment
 * @param colour red, green, yellow, blue, magenta, cyan or white
 */
public record Place(
        String user,
        String host,
        String database,
        @Nullable String environment,
        @Nullable String colour) {}
