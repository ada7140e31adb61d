package dev.dbsh.pg.connect;

import dev.dbsh.pg.connect.Trouble.Kind;
import java.nio.file.Path;

/** What to do about a failed attempt. */
final class Advice {
    private static final String NONE_FOUND = "none was found";

    private Advice() {}

    static Trouble passwordNeeded(Dial dial) {
        return new Trouble(
                Kind.PASSWORD_NEEDED,
                "28P01",
                "the server asks for a password for user \"" + dial.target().user() + "\" and " + NONE_FOUND,
                null,
                "set PGPASSWORD, or add a line host:port:database:user:password to ~/.pgpass and chmod 600 ~/.pgpass");
    }

    /** The same once somebody was asked. */
    static Trouble noneTyped(Trouble needed) {
        String message = needed.message().replace(NONE_FOUND, "none was typed");
        return new Trouble(needed.kind(), needed.sqlState(), message, needed.detail(), needed.hint());
    }

    static String on(Kind kind, Dial dial) {
        Target target = dial.target();
        ServerHost host = dial.host();
        return switch (kind) {
            case UNKNOWN_HOST -> "check the name: getent hosts " + host.name();
            case REFUSED, UNREACHABLE ->
                "is the server running there and listening: pg_isready -h " + host.name() + " -p " + host.port();
            case NO_SOCKET ->
                "is a server running on this machine, on port " + host.port()
                        + "; for another machine give a host: -h HOST";
            case TIMEOUT -> "a firewall, a wrong port, or a full pooler; wait longer with connect_timeout=SECONDS";
            case CLOSED -> "is it PostgreSQL that listens on port " + host.port() + "; look into its log";
            case NOT_POSTGRES -> "something other than PostgreSQL listens on port " + host.port();
            case PASSWORD_NEEDED -> passwordNeeded(dial).hint();
            case WRONG_PASSWORD -> wrongPassword(dial);
            case WRONG_IDENTITY ->
                "the server wants another operating system user or certificate for role \"" + target.user()
                        + "\"; choose the role with -U";
            case UNKNOWN_ROLE -> "choose another role with -U";
            case UNKNOWN_DATABASE ->
                "choose another database with -d; dbsh -d postgres -c 'select datname from pg_database' lists them";
            case NO_PRIVILEGE -> "grant connect on database \"" + target.database() + "\" to \"" + target.user() + '"';
            case NO_ENTRY -> "pg_hba.conf on the server has to allow this user, database, address and encryption";
            case TOO_MANY_CONNECTIONS -> "wait, end idle sessions, or use a role with reserved connections";
            case NOT_READY, SHUTTING_DOWN -> "try again in a moment";
            default -> tlsAdvice(kind, dial);
        };
    }

    private static String tlsAdvice(Kind kind, Dial dial) {
        return switch (kind) {
            case TLS_REFUSED -> "the server has no TLS; sslmode=prefer or disable would connect without encryption";
            case TLS_HOST_NAME ->
                "connect by a name that the certificate has; if there is none, this is not your server";
            case TLS_UNTRUSTED -> "name the certificate of the authority with sslrootcert=FILE";
            case TLS_FAILED -> "look into the server's log for the other side of the handshake";
            case AUTHENTICATION_REFUSED -> "require_auth or channel_binding forbids what the server wants";
            case NOT_SUITABLE ->
                "relax target_session_attrs=" + dial.target().session().word();
            case POOLER -> "the pooler answered, not PostgreSQL: look into the pooler's log";
            default -> "look into the server's log";
        };
    }

    private static String wrongPassword(Dial dial) {
        Path file = dial.passwordFile();
        String from = file == null ? "" : "password retrieved from file \"" + file + "\"; ";
        return from + "the server does not say whether the password is wrong, has expired, or was never set";
    }
}
