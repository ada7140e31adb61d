package dev.dbsh.pg.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every connection parameter of libpq 18, its environment variable, and what becomes of it here. */
public enum Keyword {
    SERVICE("service", "PGSERVICE"),
    USER("user", "PGUSER"),
    PASSWORD("password", "PGPASSWORD"),
    PASSFILE("passfile", "PGPASSFILE"),
    CHANNEL_BINDING("channel_binding", "PGCHANNELBINDING"),
    CONNECT_TIMEOUT("connect_timeout", "PGCONNECT_TIMEOUT"),
    DBNAME("dbname", "PGDATABASE"),
    HOST("host", "PGHOST"),
    HOSTADDR("hostaddr", "PGHOSTADDR"),
    PORT("port", "PGPORT"),
    CLIENT_ENCODING("client_encoding", "PGCLIENTENCODING"),
    OPTIONS("options", "PGOPTIONS"),
    APPLICATION_NAME("application_name", "PGAPPNAME"),
    FALLBACK_APPLICATION_NAME("fallback_application_name", null, Treatment.IGNORED, "dbsh gives its own, as psql does"),
    KEEPALIVES("keepalives", null),
    KEEPALIVES_IDLE("keepalives_idle", null),
    KEEPALIVES_INTERVAL("keepalives_interval", null),
    KEEPALIVES_COUNT("keepalives_count", null),
    TCP_USER_TIMEOUT(
            "tcp_user_timeout", null, Treatment.IGNORED, "Java has no such socket option; keepalives find a dead peer"),
    SSLMODE("sslmode", "PGSSLMODE"),
    SSLNEGOTIATION("sslnegotiation", "PGSSLNEGOTIATION"),
    SSLCOMPRESSION("sslcompression", "PGSSLCOMPRESSION", Treatment.IGNORED, "there is no TLS compression"),
    SSLCERT("sslcert", "PGSSLCERT"),
    SSLKEY("sslkey", "PGSSLKEY"),
    SSLCERTMODE("sslcertmode", "PGSSLCERTMODE"),
    SSLPASSWORD("sslpassword", null),
    SSLROOTCERT("sslrootcert", "PGSSLROOTCERT"),
    SSLCRL("sslcrl", "PGSSLCRL"),
    SSLCRLDIR("sslcrldir", "PGSSLCRLDIR"),
    SSLSNI("sslsni", "PGSSLSNI"),
    SSLKEYLOGFILE("sslkeylogfile", null, Treatment.REFUSED, "it would write the secrets of the session to a file"),
    REQUIREPEER("requirepeer", "PGREQUIREPEER"),
    REQUIRE_AUTH("require_auth", "PGREQUIREAUTH"),
    SSL_MIN_PROTOCOL_VERSION("ssl_min_protocol_version", "PGSSLMINPROTOCOLVERSION"),
    SSL_MAX_PROTOCOL_VERSION("ssl_max_protocol_version", "PGSSLMAXPROTOCOLVERSION"),
    MIN_PROTOCOL_VERSION("min_protocol_version", "PGMINPROTOCOLVERSION"),
    MAX_PROTOCOL_VERSION(
            "max_protocol_version",
            "PGMAXPROTOCOLVERSION",
            Treatment.IGNORED,
            "protocol 3.0 is spoken, which every server knows"),
    GSSENCMODE("gssencmode", "PGGSSENCMODE"),
    KRBSRVNAME("krbsrvname", "PGKRBSRVNAME"),
    GSSLIB("gsslib", "PGGSSLIB", Treatment.IGNORED, "Kerberos is always spoken by Java's own library"),
    GSSDELEGATION("gssdelegation", "PGGSSDELEGATION"),
    REPLICATION("replication", null),
    TARGET_SESSION_ATTRS("target_session_attrs", "PGTARGETSESSIONATTRS"),
    LOAD_BALANCE_HOSTS("load_balance_hosts", "PGLOADBALANCEHOSTS"),
    SCRAM_CLIENT_KEY("scram_client_key", null, Treatment.REFUSED, "the driver can log in with a password only"),
    SCRAM_SERVER_KEY("scram_server_key", null, Treatment.REFUSED, "the driver can log in with a password only"),
    OAUTH_ISSUER("oauth_issuer", null, Treatment.REFUSED, "the driver has no OAuth"),
    OAUTH_CLIENT_ID("oauth_client_id", null, Treatment.REFUSED, "the driver has no OAuth"),
    OAUTH_CLIENT_SECRET("oauth_client_secret", null, Treatment.REFUSED, "the driver has no OAuth"),
    OAUTH_SCOPE("oauth_scope", null, Treatment.REFUSED, "the driver has no OAuth");

    /** What dbsh does with a parameter. */
    enum Treatment {
        USED,
        IGNORED,
        REFUSED
    }

    private final String word;
    private final @Nullable String variable;
    private final Treatment treatment;
    private final String reason;

    Keyword(String word, @Nullable String variable) {
        this(word, variable, Treatment.USED, "");
    }

    Keyword(String word, @Nullable String variable, Treatment treatment, String reason) {
        this.word = word;
        this.variable = variable;
        this.treatment = treatment;
        this.reason = reason;
    }

    /** As it is typed. */
    public String word() {
        return word;
    }

    /** The environment variable that sets it, if there is one. */
    @Nullable
    String variable() {
        return variable;
    }

    Treatment treatment() {
        return treatment;
    }

    /** Why it is not used; empty when it is. */
    String reason() {
        return reason;
    }

    boolean isSecret() {
        return this == PASSWORD || this == SSLPASSWORD || this == OAUTH_CLIENT_SECRET || this == SCRAM_CLIENT_KEY;
    }

    static Optional<Keyword> find(String word) {
        for (Keyword keyword : values()) {
            if (keyword.word.equals(word)) {
                return Optional.of(keyword);
            }
        }
        return Optional.empty();
    }

    static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Keyword keyword : values()) {
            words.add(keyword.word);
        }
        return words;
    }
}
