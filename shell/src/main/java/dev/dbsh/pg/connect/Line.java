package dev.dbsh.pg.connect;

import java.io.IOException;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** The way to the server of an open connection, for what the driver cannot do with it. */
public final class Line {
    private final Dial dial;
    private final Sockets sockets;
    private final Another another;

    /** Opens another connection as this one was opened. */
    @FunctionalInterface
    interface Another {
        Opened open(Dial dial, long millis);
    }

    /**
     * @param raw what the kernel knows
     * @param outer what the driver knows; the same when the session is not encrypted
     */
    record Sockets(Socket raw, Socket outer, SessionStreams streams) {}

    Line(Dial dial, Another another) {
        this.dial = dial;
        this.sockets = dial.sockets();
        this.another = another;
    }

    /**
     * Prepares to ask the server to stop what the session runs. May be called from any thread.
     *
     * @param millis how long each step of it may take
     */
    public CancelRequest cancelRequest(int millis) throws IOException {
        BackendKey key = sockets.streams().key();
        if (key == null) {
            throw new IOException("the server gave the session no key to cancel with");
        }
        if (dial.target().parameters().or(Keyword.GSSENCMODE, "disable").equals("require")) {
            throw new IOException("the session is encrypted by GSSAPI: no cancel request in clear text");
        }
        return CancelRequest.over(dial.again(), key, isEncrypted(), millis);
    }

    /** Another connection to the same address with the same security; nobody is asked for a password. */
    public Opened beside(long millis) {
        return another.open(dial.again(), millis);
    }

    /**
     * What the server has sent unasked, if it was its last word or none; null while the connection stands. Waits for
     * nothing. Must not be called while the driver uses the connection.
     */
    public @Nullable Farewell farewell() {
        return sockets.streams().incoming().farewell(sockets.outer());
    }

    /** True when something has come that the driver can take now: notices and notifications. */
    public boolean hasNotices() {
        return sockets.streams().incoming().holdsNoticesOnly();
    }

    /** Ends the connection without a word, whatever waits on it; may be called from any thread. */
    public void cut() {
        // Not the outer one: TLS would say goodbye first, and may wait with that for ever.
        dial.hangUp();
    }

    private boolean isEncrypted() {
        return sockets.raw() != sockets.outer();
    }
}
