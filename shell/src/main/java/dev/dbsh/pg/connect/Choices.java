package dev.dbsh.pg.connect;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Refuses values that libpq would refuse, and the few that the driver cannot honour. */
final class Choices {
    private static final List<String> TLS_VERSIONS = List.of("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3");
    private static final Keyword[] NUMBERS = {
        Keyword.CONNECT_TIMEOUT,
        Keyword.KEEPALIVES,
        Keyword.KEEPALIVES_IDLE,
        Keyword.KEEPALIVES_INTERVAL,
        Keyword.KEEPALIVES_COUNT
    };

    private final Parameters parameters;

    Choices(Parameters parameters) {
        this.parameters = parameters;
    }

    void check() {
        for (Keyword keyword : NUMBERS) {
            number(keyword, 0);
        }
        oneOf(Keyword.CHANNEL_BINDING, List.of("disable", "prefer", "require"));
        oneOf(Keyword.SSLMODE, List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full"));
        oneOf(Keyword.SSLNEGOTIATION, List.of("postgres", "direct"));
        oneOf(Keyword.SSLCERTMODE, List.of("disable", "allow", "require"));
        oneOf(Keyword.GSSENCMODE, List.of("disable", "prefer", "require"));
        oneOf(
                Keyword.TARGET_SESSION_ATTRS,
                List.of("any", "read-write", "read-only", "primary", "standby", "prefer-standby"));
        oneOf(Keyword.LOAD_BALANCE_HOSTS, List.of("disable", "random"));
        oneOf(Keyword.MIN_PROTOCOL_VERSION, List.of("3.0", "3.2", "latest"));
        oneOf(Keyword.MAX_PROTOCOL_VERSION, List.of("3.0", "3.2", "latest"));
        checkTlsVersions();
        checkTlsModes();
        checkRequiredAuthentication();
        refuseWhatTheDriverCannot();
    }

    /** The number given, as C's strtol reads it; the fallback when none was given. */
    int number(Keyword keyword, int fallback) {
        String value = parameters.find(keyword);
        if (value == null) {
            return fallback;
        }
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new InvalidConnection(
                    "invalid integer value \"" + value + "\" for connection option \"" + keyword.word() + '"'
                            + from(keyword),
                    keyword.word() + " takes a whole number");
        }
    }

    private void oneOf(Keyword keyword, List<String> allowed) {
        String value = parameters.find(keyword);
        if (value != null && !allowed.contains(value)) {
            throw invalid(keyword, value, allowed);
        }
    }

    private void checkTlsVersions() {
        int least = tlsVersion(Keyword.SSL_MIN_PROTOCOL_VERSION);
        int most = tlsVersion(Keyword.SSL_MAX_PROTOCOL_VERSION);
        if (least >= 0 && most >= 0 && least > most) {
            throw new InvalidConnection(
                    "invalid SSL protocol version range", "ssl_min_protocol_version must not be the newer one");
        }
    }

    private int tlsVersion(Keyword keyword) {
        String value = parameters.filled(keyword);
        if (value == null) {
            return -1;
        }
        for (int i = 0; i < TLS_VERSIONS.size(); i++) {
            if (TLS_VERSIONS.get(i).equalsIgnoreCase(value)) {
                return i;
            }
        }
        throw invalid(keyword, value, TLS_VERSIONS);
    }

    private void checkTlsModes() {
        TlsMode mode = TlsMode.of(parameters.or(Keyword.SSLMODE, "prefer"));
        if ("system".equals(parameters.find(Keyword.SSLROOTCERT)) && mode != TlsMode.VERIFY_FULL) {
            throw weak(mode, "sslrootcert=system", "use sslmode=verify-full");
        }
        if ("direct".equals(parameters.find(Keyword.SSLNEGOTIATION)) && !mode.isRequired()) {
            throw weak(mode, "sslnegotiation=direct", "use sslmode=require, verify-ca or verify-full");
        }
    }

    private InvalidConnection weak(TlsMode mode, String with, String hint) {
        return new InvalidConnection(
                "weak sslmode \"" + mode.word() + "\" may not be used with " + with + from(Keyword.SSLMODE), hint);
    }

    private void checkRequiredAuthentication() {
        String value = parameters.filled(Keyword.REQUIRE_AUTH);
        if (value == null) {
            return;
        }
        List<String> known = List.of("password", "md5", "gss", "sspi", "scram-sha-256", "none");
        String[] methods = value.split(",", -1);
        for (int i = 0; i < methods.length; i++) {
            boolean negated = methods[i].startsWith("!");
            if (negated != methods[0].startsWith("!")) {
                throw new InvalidConnection(
                        "require_auth method \"" + methods[i] + "\" cannot be mixed with "
                                + (negated ? "non-negative" : "negative") + " methods" + from(Keyword.REQUIRE_AUTH),
                        "put \"!\" before all of them or before none");
            }
            if (!known.contains(negated ? methods[i].substring(1) : methods[i])) {
                throw invalid(Keyword.REQUIRE_AUTH, methods[i], known);
            }
            if (List.of(methods).indexOf(methods[i]) < i) {
                throw new InvalidConnection(
                        "require_auth method \"" + methods[i] + "\" is specified more than once"
                                + from(Keyword.REQUIRE_AUTH),
                        "name it once");
            }
        }
    }

    private void refuseWhatTheDriverCannot() {
        String encoding = parameters.or(Keyword.CLIENT_ENCODING, "").toUpperCase(Locale.ROOT);
        if (!List.of("", "AUTO", "UTF8", "UTF-8", "UNICODE").contains(encoding)) {
            throw cannot(Keyword.CLIENT_ENCODING, encoding, "text is always exchanged in UTF8");
        }
        String replication = parameters.or(Keyword.REPLICATION, "").toLowerCase(Locale.ROOT);
        if (!List.of("", "false", "off", "no", "0").contains(replication)) {
            throw cannot(Keyword.REPLICATION, replication, "a replication connection cannot run the commands of dbsh");
        }
        if (!parameters.or(Keyword.MIN_PROTOCOL_VERSION, "3.0").equals("3.0")) {
            throw cannot(Keyword.MIN_PROTOCOL_VERSION, "3.2", "protocol 3.0 is spoken");
        }
        if (parameters.or(Keyword.GSSDELEGATION, "0").equals("1")) {
            throw cannot(Keyword.GSSDELEGATION, "1", "credentials are not delegated");
        }
    }

    private ConfigurationFailure cannot(Keyword keyword, String value, String why) {
        return new ConfigurationFailure(
                keyword.word() + " \"" + value + "\" cannot be used: " + why + from(keyword), remedy(keyword));
    }

    private String remedy(Keyword keyword) {
        String variable = keyword.variable();
        String origin = parameters.origin(keyword);
        return origin.equals(variable) ? "unset " + variable : "leave it out of " + origin;
    }

    private InvalidConnection invalid(Keyword keyword, @Nullable String value, List<String> allowed) {
        return new InvalidConnection(
                "invalid " + keyword.word() + " value: \"" + value + '"' + from(keyword),
                "one of " + String.join(", ", allowed));
    }

    private String from(Keyword keyword) {
        return " (from " + parameters.origin(keyword) + ')';
    }
}
