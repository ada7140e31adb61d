package dev.dbsh.pg.connect;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What the driver is told; everything it could do by itself and we do better is switched off. */
final class DriverProperties {
    private final Target target;
    private final Dial dial;

    DriverProperties(Target target, Dial dial) {
        this.target = target;
        this.dial = dial;
    }

    Properties of(Startup startup, String applicationName) {
        Properties properties = new Properties();
        properties.put(Dial.KEY, dial);
        properties.setProperty("socketFactory", DialledSockets.class.getName());
        properties.setProperty("sslfactory", DialledTls.class.getName());
        properties.setProperty("authenticationPluginClassName", DialledPassword.class.getName());
        properties.setProperty("user", target.user());
        properties.setProperty("PGDBNAME", target.database());
        addTimeouts(properties);
        addTls(properties, startup);
        addAuthentication(properties);
        addSession(properties, startup, applicationName);
        return properties;
    }

    private void addTimeouts(Properties properties) {
        properties.setProperty("connectTimeout", Integer.toString(Dial.CONNECT_MILLIS / 1000));
        properties.setProperty("sslResponseTimeout", Integer.toString(Dial.CONNECT_MILLIS));
        properties.setProperty("gssResponseTimeout", Integer.toString(Dial.CONNECT_MILLIS));
        properties.setProperty("tcpKeepAlive", Boolean.toString(dial.usesKeepalives()));
    }

    /** The driver only negotiates; {@link ServerTrust} verifies. */
    private void addTls(Properties properties, Startup startup) {
        TlsMode mode = dial.host().isSocket() ? TlsMode.DISABLE : startup.tls();
        properties.setProperty("sslmode", mode.isRequired() ? TlsMode.REQUIRE.word() : mode.word());
        set(properties, "sslNegotiation", target.parameters().filled(Keyword.SSLNEGOTIATION));
        boolean kerberos = target.parameters().or(Keyword.GSSENCMODE, "disable").equals("require");
        properties.setProperty("gssEncMode", kerberos ? "require" : "disable");
    }

    private void addAuthentication(Properties properties) {
        Parameters parameters = target.parameters();
        set(properties, "requireAuth", parameters.filled(Keyword.REQUIRE_AUTH));
        set(properties, "channelBinding", parameters.filled(Keyword.CHANNEL_BINDING));
        set(properties, "kerberosServerName", parameters.filled(Keyword.KRBSRVNAME));
        properties.setProperty("scramMaxIterations", "100000");
    }

    private void addSession(Properties properties, Startup startup, String applicationName) {
        properties.setProperty("ApplicationName", applicationName);
        // only for a server that is at least this new is the application name part of the start-up message
        properties.setProperty("assumeMinServerVersion", "9.4");
        properties.setProperty("prepareThreshold", "0");
        properties.setProperty("binaryTransfer", "false");
        if (startup.withOptions()) {
            String options = startup.options(ownOptions());
            set(properties, "options", options.isEmpty() ? null : options);
        }
    }

    /** libpq sends {@code PGGEQO} by itself; among the options a pooler's refusal takes it away too. */
    private String ownOptions() {
        String own = target.parameters().or(Keyword.OPTIONS, "");
        String geqo = dial.surroundings().variable("PGGEQO");
        return geqo == null || geqo.isEmpty() ? own : "-c geqo=" + geqo + ' ' + own;
    }

    private static void set(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }
}
