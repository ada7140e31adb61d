package dev.dbsh.pg.wire;

import dev.dbsh.report.Failure;
import dev.dbsh.report.Plural;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Notifications that came while no statement ran: the first ones are kept, the rest is counted. */
final class Asides {
    private static final int MOST = 100;

    private final Deque<Failure> kept = new ArrayDeque<>();
    private long more;

    synchronized void take(Failure notification) {
        if (kept.size() < MOST) {
            kept.add(notification);
        } else {
            more++;
        }
    }

    /** The next one to be told; null when there is none. */
    synchronized @Nullable Failure next() {
        if (kept.isEmpty() && more > 0) {
            Failure rest = notification(Plural.of(more, "more notification") + " came meanwhile");
            more = 0;
            return rest;
        }
        return kept.poll();
    }

    static Failure notification(String text) {
        return new Failure(null, text, null, null, null, "NOTIFY");
    }
}
