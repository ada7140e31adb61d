package dev.dbsh.pg.connect;

import org.jspecify.annotations.Nullable;

/**
 * One server to try.
 *
 * @param name the host name as it was typed, or the directory of a Unix socket
 * @param address {@code hostaddr}: where to connect instead of looking the name up
 */
public record ServerHost(String name, @Nullable String address, int port) {
    static final int DEFAULT_PORT = 5432;

    public boolean isSocket() {
        return address == null && name.startsWith("/");
    }

    /** The file a server on this machine listens on. */
    public String socketPath() {
        return name + "/.s.PGSQL." + port;
    }

    /** As it is shown to the operator. */
    @Override
    public String toString() {
        if (isSocket()) {
            return socketPath();
        }
        String shown = name.indexOf(':') < 0 ? name : '[' + name + ']';
        return address == null || address.equals(name) ? shown + ':' + port : shown + ':' + port + " (" + address + ')';
    }
}
