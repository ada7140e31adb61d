package dev.dbsh.pg.connect;

import dev.dbsh.pg.connect.Trouble.Kind;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Tells from what the driver threw what went wrong. */
final class Diagnosis {
    private static final String UNABLE_TO_CONNECT = "08001";
    private static final String CONNECTION_FAILURE = "08006";

    private final Dial dial;

    Diagnosis(Dial dial) {
        this.dial = dial;
    }

    Trouble of(Throwable thrown) {
        ServerErrorMessage answer = thrown instanceof PSQLException e ? e.getServerErrorMessage() : null;
        if (answer != null) {
            return answered(answer);
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            Trouble trouble = local(cause);
            if (trouble != null) {
                return trouble;
            }
        }
        return refusedByDriver(thrown);
    }

    Trouble timeout(long millis) {
        return trouble(
                Kind.TIMEOUT,
                UNABLE_TO_CONNECT,
                "no answer from " + dial.where() + " within " + (millis + 999) / 1000 + " s");
    }

    private Trouble answered(ServerErrorMessage answer) {
        String sqlState = orEmpty(answer.getSQLState());
        String message = orEmpty(answer.getMessage());
        String serverHint = answer.getHint();
        String detail = answer.getDetail();
        if (serverHint != null) {
            detail = detail == null ? serverHint : detail + '\n' + serverHint;
        }
        Kind kind = kind(sqlState, message, answer.getRoutine() == null);
        return new Trouble(kind, sqlState, message, detail, Advice.on(kind, dial));
    }

    private static Kind kind(String sqlState, String message, boolean pooler) {
        return switch (sqlState) {
            case "28P01" -> Kind.WRONG_PASSWORD;
            case "28000" -> unauthorised(message);
            case "3D000" -> Kind.UNKNOWN_DATABASE;
            case "42501" -> Kind.NO_PRIVILEGE;
            case "53300" -> Kind.TOO_MANY_CONNECTIONS;
            case "57P03" -> Kind.NOT_READY;
            case "57P01", "57P02" -> Kind.SHUTTING_DOWN;
            default -> pooler && sqlState.startsWith("08") ? Kind.POOLER : Kind.OTHER;
        };
    }

    private static Kind unauthorised(String message) {
        if (message.contains("pg_hba.conf")) {
            return Kind.NO_ENTRY;
        }
        if (message.startsWith("role ")) {
            return Kind.UNKNOWN_ROLE;
        }
        return Kind.WRONG_IDENTITY;
    }

    private @Nullable Trouble local(Throwable cause) {
        if (cause instanceof UnknownHostException) {
            return trouble(
                    Kind.UNKNOWN_HOST,
                    UNABLE_TO_CONNECT,
                    "could not translate host name \"" + dial.host().name() + "\" to address");
        }
        if (cause instanceof TlsRefusal refusal) {
            return trouble(refusal.kind(), CONNECTION_FAILURE, orEmpty(refusal.getMessage()));
        }
        if (cause instanceof SocketTimeoutException) {
            return timeout(Dial.CONNECT_MILLIS);
        }
        if (cause instanceof EOFException) {
            return trouble(Kind.CLOSED, CONNECTION_FAILURE, "server closed the connection unexpectedly");
        }
        if (cause instanceof SSLException && cause.getCause() == null) {
            return trouble(Kind.TLS_FAILED, CONNECTION_FAILURE, "TLS failed: " + cause.getMessage());
        }
        return cause instanceof SocketException e ? network(e) : null;
    }

    private Trouble network(SocketException e) {
        String words = orEmpty(e.getMessage());
        Kind kind = Kind.UNREACHABLE;
        if (dial.host().isSocket()) {
            kind = Kind.NO_SOCKET;
        } else if (e instanceof ConnectException && words.contains("refused")) {
            kind = Kind.REFUSED;
        } else if (e instanceof NoRouteToHostException || words.contains("unreachable")) {
            kind = Kind.UNREACHABLE;
        } else if (words.contains("reset") || words.contains("Broken pipe")) {
            kind = Kind.CLOSED;
        }
        return trouble(kind, UNABLE_TO_CONNECT, "connection to " + dial.where() + " failed: " + words);
    }

    /** What is left was decided inside the driver, before or instead of the server's word. */
    private Trouble refusedByDriver(Throwable thrown) {
        String sqlState = thrown instanceof SQLException e ? orEmpty(e.getSQLState()) : UNABLE_TO_CONNECT;
        String message = orEmpty(thrown.getMessage());
        Kind kind = Kind.OTHER;
        if (sqlState.equals("08004")) {
            boolean tls = dial.target().tls().isRequired()
                    && !dial.tlsBegun()
                    && !dial.host().isSocket();
            kind = tls ? Kind.TLS_REFUSED : Kind.AUTHENTICATION_REFUSED;
        } else if (sqlState.equals("08P01")) {
            kind = Kind.NOT_POSTGRES;
        }
        return trouble(kind, sqlState, message);
    }

    private Trouble trouble(Kind kind, String sqlState, String message) {
        return new Trouble(kind, sqlState, message, null, Advice.on(kind, dial));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
