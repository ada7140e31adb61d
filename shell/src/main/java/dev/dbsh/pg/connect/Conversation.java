package dev.dbsh.pg.connect;

import dev.dbsh.pg.wire.ServerStream;
import java.io.IOException;

/** A socket over which the protocol is spoken. */
interface Conversation {

    /** What the server says, always the same stream. */
    ServerStream messages() throws IOException;
}
