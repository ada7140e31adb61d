package dev.dbsh.console;

import dev.dbsh.pg.Session;
import dev.dbsh.pg.SqlFailure;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the catalog beside the shell's own session, one thing after the other, on a thread and a connection that are
 * given up when nothing was read for a while.
 */
final class BackgroundReads {
    /** How long the connection is kept: somebody who pressed Tab may press it again. */
    private static final long KEPT_SECONDS = 30;

    private final Supplier<Session> connector;
    private final ThreadPoolExecutor queue;
    private final AtomicInteger generation = new AtomicInteger();

    /** @param connector gives a session of its own each time, connecting or connected */
    BackgroundReads(Supplier<Session> connector) {
        this.connector = connector;
        this.queue =
                new ThreadPoolExecutor(1, 1, KEPT_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Reader::new);
        queue.allowCoreThreadTimeOut(true);
    }

    /** Reads later, and hands on why it could not; both on the thread of the reads. */
    void later(Consumer<Session> read, Consumer<RuntimeException> failed) {
        queue.execute(() -> read(read, failed));
    }

    /** From now on reads where the shell's session is connected to now. */
    void reconnect() {
        generation.incrementAndGet();
    }

    private void read(Consumer<Session> read, Consumer<RuntimeException> failed) {
        Reader reader = (Reader) Thread.currentThread();
        boolean kept = reader.session != null && reader.opened == generation.get();
        try {
            read.accept(reader.session());
        } catch (RuntimeException e) {
            reader.close();
            if (kept && e instanceof SqlFailure failure && failure.isConnectionLost()) {
                // The server may have ended a connection that did nothing.
                read(read, failed);
            } else {
                failed.accept(e);
            }
        }
    }

    private final class Reader extends Thread {
        private @Nullable Session session;
        private int opened;

        Reader(Runnable work) {
            super(work, "dbsh-names");
            setDaemon(true);
        }

        Session session() {
            Session known = session;
            if (known == null || opened != generation.get()) {
                close();
                opened = generation.get();
                known = connector.get();
                session = known;
            }
            return known;
        }

        void close() {
            Session known = session;
            session = null;
            if (known != null) {
                known.close();
            }
        }

        @Override
        public void run() {
            try {
                super.run();
            } finally {
                close();
            }
        }
    }
}
