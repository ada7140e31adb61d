package dev.dbsh.pg.connect;

import dev.dbsh.pg.wire.ServerStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at one address. The driver makes its sockets and asks for its password through plug-in classes; they
 * find this object in the connection properties, and it remembers what they saw.
 */
final class Dial {
    static final String KEY = "dbsh.dial";

    /** How long a plain TCP connect may take; the rest of the patience is for the server's answers. */
    static final int CONNECT_MILLIS = 5_000;

    private final Target target;
    private final ServerHost host;
    private final @Nullable InetAddress address;
    private final Surroundings surroundings;
    private final TlsDial tls;

    private volatile @Nullable Socket socket;
    private volatile @Nullable TlsSocket encrypted;
    private volatile @Nullable SessionStreams streams;
    private volatile boolean taken;
    private volatile boolean hungUp;
    private volatile boolean passwordSent;
    private volatile @Nullable Path passwordFile;

    Dial(Target target, ServerHost host, @Nullable InetAddress address, Surroundings surroundings) {
        this.target = target;
        this.host = host;
        this.address = address;
        this.surroundings = surroundings;
        this.tls = new TlsDial(target, host, surroundings);
    }

    /** A fresh attempt at the same address. */
    Dial again() {
        return new Dial(target, host, address, surroundings);
    }

    Target target() {
        return target;
    }

    ServerHost host() {
        return host;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    TlsDial tls() {
        return tls;
    }

    TlsSocket encrypt(Socket plain) throws IOException {
        SessionStreams inside = new SessionStreams(surroundings);
        TlsSocket opened = tls.encrypt(plain, inside);
        encrypted = opened;
        streams = inside;
        return opened;
    }

    boolean tlsBegun() {
        return tls.hasBegun();
    }

    /**
     * The driver may ask again after a first try failed, but not once a session stands: it would send a cancel request in
     * clear text.
     */
    Socket connect() throws IOException {
        if (taken) {
            throw new IOException("this connection is taken by a session");
        }
        InetAddress to = address;
        SessionStreams plain = new SessionStreams(surroundings);
        streams = plain;
        encrypted = null;
        if (to == null) {
            UnixSocket unix = new UnixSocket(Path.of(host.socketPath()), plain);
            unix.requirePeer(target.parameters().filled(Keyword.REQUIREPEER));
            return keep(unix);
        }
        Socket tcp = keep(new TcpSocket(plain));
        setKeepalives(tcp);
        tcp.connect(new InetSocketAddress(to, host.port()), CONNECT_MILLIS);
        return tcp;
    }

    private <S extends Socket> S keep(S opened) throws IOException {
        socket = opened;
        if (hungUp) {
            opened.close();
        }
        return opened;
    }

    /** What the server says on the connection that was made last. */
    ServerStream messages() {
        return Objects.requireNonNull(streams).messages();
    }

    boolean usesKeepalives() {
        return !host.isSocket() && new Choices(target.parameters()).number(Keyword.KEEPALIVES, 1) != 0;
    }

    private void setKeepalives(Socket tcp) throws IOException {
        if (!usesKeepalives()) {
            return;
        }
        Choices choices = new Choices(target.parameters());
        tcp.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        tcp.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, atLeastOne(choices.number(Keyword.KEEPALIVES_IDLE, 30)));
        tcp.setOption(
                ExtendedSocketOptions.TCP_KEEPINTERVAL, atLeastOne(choices.number(Keyword.KEEPALIVES_INTERVAL, 5)));
        tcp.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, atLeastOne(choices.number(Keyword.KEEPALIVES_COUNT, 3)));
    }

    private static int atLeastOne(int value) {
        return Math.max(1, value);
    }

    /** Ends whatever waits on the socket; called when the time is up. */
    void hangUp() {
        hungUp = true;
        Socket open = socket;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // the attempt is given up anyway
                hungUp = true;
            }
        }
    }

    /** The sockets of the session that stands now. */
    Line.Sockets sockets() {
        taken = true;
        Socket raw = Objects.requireNonNull(socket);
        TlsSocket outer = encrypted;
        return new Line.Sockets(raw, outer == null ? raw : outer, Objects.requireNonNull(streams));
    }

    /** Asked for only when the server demands a password. */
    char[] password() {
        passwordSent = true;
        Secret given = target.password();
        if (given != null) {
            return given.copy();
        }
        Secret found = fromFile().orElse(null);
        if (found == null) {
            throw new ConnectFailure(Advice.passwordNeeded(this), List.of(), null);
        }
        char[] copy = found.copy();
        found.wipe();
        return copy;
    }

    private Optional<Secret> fromFile() {
        String named = target.parameters().filled(Keyword.PASSFILE);
        PasswordFile file = new PasswordFile(named == null ? surroundings.home().resolve(".pgpass") : Path.of(named));
        boolean local = host.isSocket()
                && host.name().equals(surroundings.socketDirectory().toString());
        Optional<Secret> found =
                file.find(local ? "localhost" : host.name(), host.port(), target.database(), target.user());
        passwordFile = found.isPresent() ? file.path() : null;
        return found;
    }

    boolean passwordSent() {
        return passwordSent;
    }

    /** Where the password came from, if it was a file. */
    @Nullable
    Path passwordFile() {
        return passwordFile;
    }

    /** Host and port, with the address it was found at. */
    String where() {
        InetAddress to = address;
        String shown = host.toString();
        if (to == null || host.address() != null) {
            return shown;
        }
        String numeric = to.getHostAddress();
        return shown.startsWith(numeric) || shown.startsWith('[' + numeric) ? shown : shown + " (" + numeric + ')';
    }
}
