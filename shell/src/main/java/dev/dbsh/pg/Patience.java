package dev.dbsh.pg;

import java.time.Duration;

/**
 * How long a statement has to stop before it is stopped harder.
 *
 * @param first after a cancel request
 * @param second after {@code pg_cancel_backend} from a second session; then the connection is given up
 */
public record Patience(Duration first, Duration second) {
    /** Of somebody at a prompt: it is back after ten seconds, whatever the server does. */
    public static final Patience OF_A_PERSON = new Patience(Duration.ofSeconds(2), Duration.ofSeconds(8));

    /** Of whoever ends a process. */
    public static final Patience OF_A_SIGNAL = new Patience(Duration.ofSeconds(2), Duration.ofSeconds(2));
}
