package dev.dbsh.pg.connect;

import org.jspecify.annotations.Nullable;

/**
 * A named environment of config.toml.
 *
 * @param label what the prompt shows; the name when none is given
 */
public record Environment(
        String name,
        String label,
        @Nullable String color,
        @Nullable String connection) {
    @Override
    public String toString() {
        return "environment " + name;
    }
}
