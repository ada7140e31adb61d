package dev.dbsh.pg.connect;

import java.util.ArrayList;
import java.util.List;

/** What is not as in libpq 18; the README lists it. */
public final class Differences {
    private static final String[] RULES = {
        "~/.pgpass that group or world can read, or that is no plain file",
        "refused (exit 78) when a password is needed, where libpq warns and goes on without; /dev/null means none",
        "~/.pgpass",
        "read when the server asks for a password, not before",
        "connect_timeout absent, 0 or negative",
        "12 s for each address and 30 s in all, where libpq waits for ever",
        "keepalives_idle, keepalives_interval, keepalives_count absent",
        "30 s, 5 s, 3, where libpq leaves it to the system (two hours)",
        "sslmode prefer and allow",
        "the other way is tried after a failed handshake and when pg_hba.conf has no entry, not after any error:"
                + " a refused password is not sent again in clear text",
        "an unusable client certificate, key or root file",
        "refused (exit 78) in every sslmode that gets as far as TLS, where libpq falls back under prefer",
        "sslrootcert=system",
        "the trusted roots of the Java installation",
        "sslcrl, sslcrldir",
        "every file in the directory is read; names by hash do not matter",
        "sslkey",
        "keys of hardware tokens (engine:...) and PEM keys encrypted in the old form are not read",
        "channel_binding, require_auth",
        "enforced by the driver; its words are not libpq's",
        "gssencmode=prefer",
        "as disable; only require asks for GSSAPI encryption",
        "PGDATESTYLE with gssencmode=require",
        "dates are always ISO there",
        "client_encoding",
        "only UTF8 and auto",
        "replication",
        "only the values that mean no",
        "min_protocol_version",
        "only 3.0",
        "gssdelegation",
        "only 0",
        "SCRAM with more than 100000 iterations",
        "refused: a hostile server could keep the client computing",
        "abstract Unix sockets (host=@...)",
        "not supported",
        "ldap: in pg_service.conf",
        "not supported",
        "user and database names over 63 bytes",
        "refused, where servers before 17 cut them and may connect to something else",
        "a port in a URI that is no number, an @ in a host name of a URI",
        "refused without showing it: it is the rest of a password",
        "unknown parameters that are properties of the JDBC driver",
        "refused (exit 78) when they load classes or write files",
        "PGLOCALEDIR, PGSYSCONFDIR",
        "messages are not translated; without PGSYSCONFDIR the system's pg_service.conf is Debian's, in"
                + " /etc/postgresql-common"
    };

    /**
     * One difference.
     *
     * @param subject the parameter, file or rule
     */
    public record Difference(String subject, String here) {}

    private Differences() {}

    /** Parameters first, then the rules. */
    public static List<Difference> all() {
        List<Difference> differences = new ArrayList<>();
        for (Keyword keyword : Keyword.values()) {
            switch (keyword.treatment()) {
                case USED -> {}
                case IGNORED -> differences.add(new Difference(keyword.word(), "ignored: " + keyword.reason()));
                case REFUSED -> differences.add(new Difference(keyword.word(), "refused: " + keyword.reason()));
            }
        }
        for (int i = 0; i < RULES.length; i += 2) {
            differences.add(new Difference(RULES[i], RULES[i + 1]));
        }
        return differences;
    }
}
