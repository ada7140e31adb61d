package dev.dbsh.sequence;

import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.Sql;
import java.time.Duration;

/** Waits on the server, second by second: there Ctrl-C finds something to stop, and no transaction is open for long. */
final class Pause {
    private static final Sql PAUSE = Sql.of(Pause.class, "pause.sql");

    private Pause() {}

    static void of(Session session, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toMillis();
                left > 0;
                left = Duration.ofNanos(end - System.nanoTime()).toMillis()) {
            session.one(Reads.CATALOG, PAUSE, row -> row.textOrNull("paused") == null, Math.min(left, 1_000));
        }
    }
}
