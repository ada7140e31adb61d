package dev.dbsh.lock;

import java.time.Duration;
import java.util.Comparator;

/** In which order sessions are shown that nothing else puts into one. */
final class Order {
    /** Who waits longest stands first; who waits for nothing, or is not known to, comes last. */
    static final Comparator<Party> LONGEST_WAIT = Comparator.comparing(Order::waited)
            .reversed()
            .thenComparing(party -> party.pid() == null ? Integer.MAX_VALUE : party.pid());

    private Order() {}

    private static Duration waited(Party party) {
        Wait wait = party.waitsFor();
        Duration waited = wait == null ? null : wait.waited();
        return waited == null ? Duration.ZERO : waited;
    }
}
