package dev.dbsh.pg.connect;

import dev.dbsh.pg.wire.ServerStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The two streams of one socket: in the one the start-up message is ours, in the other the session's key is found. */
final class SessionStreams {
    private final Surroundings surroundings;
    private final BackendKey.Watch watch = new BackendKey.Watch();
    private @Nullable OutputStream outgoing;
    private @Nullable Incoming incoming;
    private @Nullable ServerStream messages;

    SessionStreams(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Opens a stream of the socket itself. */
    interface Source<T> {
        T open() throws IOException;
    }

    /** The same one each time. */
    synchronized OutputStream outgoing(Source<OutputStream> out) throws IOException {
        OutputStream known = outgoing;
        if (known == null) {
            known = new StartupMessage(out.open(), surroundings, this::begin);
            outgoing = known;
        }
        return known;
    }

    /** The same one each time: what the driver reads. */
    synchronized ServerStream incoming(Source<InputStream> in, Source<OutputStream> out) throws IOException {
        ServerStream known = messages;
        if (known == null) {
            Incoming first = new Incoming(in.open(), watch);
            known = new ServerStream(first, out.open());
            incoming = first;
            messages = known;
        }
        return known;
    }

    // The driver has both streams of a socket before it says a word.
    private synchronized void begin() {
        watch.begin();
        messages().begin();
    }

    /** What the driver reads, message by message. */
    synchronized ServerStream messages() {
        return Objects.requireNonNull(messages);
    }

    /** What arrives, before anything of it is taken for a message. */
    synchronized Incoming incoming() {
        return Objects.requireNonNull(incoming);
    }

    /** Null until the server has sent it. */
    @Nullable
    BackendKey key() {
        return watch.key();
    }
}
