package dev.dbsh.testing;

import java.nio.charset.StandardCharsets;

/** What is done to the messages of one session, each as it comes by. Used by one thread at a time. */
public interface Mischief {
    Mischief NONE = message -> Treatment.PASS;

    Treatment of(Message message);

    /** What becomes of a message. */
    enum Treatment {
        PASS,
        /** The connection ends in its stead. */
        CUT,
        /** Half of it passes, then the connection ends. */
        HALF,
        /** It passes, then the connection ends. */
        LAST,
        /** The connection is reset in its stead. */
        RESET,
        /** From here on nothing passes any more, either way, and nothing ends. */
        FREEZE
    }

    /**
     * One message of the protocol.
     *
     * @param fromServer who sent it
     * @param type its first byte; 0 for the first message of a client
     */
    record Message(boolean fromServer, char type, byte[] body) {

        /** A statement on its way to the server, what was done on the way back. */
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }
}
