package dev.dbsh.pg.connect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pairs the comma-separated hosts, addresses and ports. */
final class HostList {
    private static final int LARGEST_PORT = 65535;

    private final Parameters parameters;
    private final Path socketDirectory;

    HostList(Parameters parameters, Path socketDirectory) {
        this.parameters = parameters;
        this.socketDirectory = socketDirectory;
    }

    List<ServerHost> hosts() {
        String[] names = split(Keyword.HOST);
        String[] addresses = split(Keyword.HOSTADDR);
        String[] ports = split(Keyword.PORT);
        int count = Math.max(1, addresses.length == 0 ? names.length : addresses.length);
        if (addresses.length > 0 && names.length > 0 && names.length != count) {
            throw new InvalidConnection(
                    "could not match " + names.length + " host names to " + count + " hostaddr values",
                    "give one hostaddr for each host" + origins(Keyword.HOST, Keyword.HOSTADDR));
        }
        if (ports.length > 1 && ports.length != count) {
            throw new InvalidConnection(
                    "could not match " + ports.length + " port numbers to " + count + " hosts",
                    "give one port for all hosts, or one for each" + origins(Keyword.HOST, Keyword.PORT));
        }
        List<ServerHost> hosts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            hosts.add(host(at(names, i), at(addresses, i), ports.length == 1 ? ports[0] : at(ports, i)));
        }
        return hosts;
    }

    private ServerHost host(@Nullable String name, @Nullable String address, @Nullable String port) {
        int number = port(port);
        if (address != null) {
            checkAddress(address);
            return new ServerHost(name == null ? address : name, address, number);
        }
        if (name == null) {
            return new ServerHost(socketDirectory.toString(), null, number);
        }
        if (name.startsWith("@")) {
            throw new InvalidConnection(
                    "abstract Unix socket \"" + name + "\" is not supported (from " + parameters.origin(Keyword.HOST)
                            + ')',
                    "use a socket directory (-h /var/run/postgresql) or a host name");
        }
        return new ServerHost(name, null, number);
    }

    private int port(@Nullable String text) {
        if (text == null) {
            return ServerHost.DEFAULT_PORT;
        }
        String from = " (from " + parameters.origin(Keyword.PORT) + ')';
        int number;
        try {
            number = Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new InvalidConnection(
                    "invalid integer value \"" + text + "\" for connection option \"port\"" + from,
                    "a port is a number from 1 to 65535");
        }
        if (number < 1 || number > LARGEST_PORT) {
            throw new InvalidConnection(
                    "invalid port number: \"" + text + '"' + from, "a port is a number from 1 to 65535");
        }
        return number;
    }

    /** Anything else would be looked up as a name, which {@code hostaddr} exists to avoid. */
    private void checkAddress(String address) {
        boolean numeric = address.indexOf(':') >= 0 || address.indexOf('.') > 0;
        for (int i = 0; i < address.length() && numeric && address.charAt(i) != '%'; i++) {
            char character = address.charAt(i);
            numeric = character == ':' || character == '.' || Character.digit(character, 16) >= 0;
        }
        if (!numeric) {
            throw new InvalidConnection(
                    "could not parse network address \"" + address + "\" (from " + parameters.origin(Keyword.HOSTADDR)
                            + ')',
                    "hostaddr takes an IP address; a name goes into host");
        }
    }

    private String[] split(Keyword keyword) {
        String value = parameters.filled(keyword);
        return value == null ? new String[0] : value.split(",", -1);
    }

    private static @Nullable String at(String[] values, int index) {
        return index < values.length && !values[index].isEmpty() ? values[index] : null;
    }

    private String origins(Keyword first, Keyword second) {
        return " (from " + parameters.origin(first) + " and " + parameters.origin(second) + ')';
    }
}
