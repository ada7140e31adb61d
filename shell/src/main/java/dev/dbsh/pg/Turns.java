package dev.dbsh.pg;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who uses a link: one statement at a time, and none while a cancel request for an earlier one is still on its way. */
final class Turns {
    private static final long PATIENCE_MILLIS = 5_000;
    private static final int ASKING = Integer.MAX_VALUE;

    private long turn;
    private boolean running;
    private long ended = System.nanoTime();
    private int presses;
    private int onTheWay;
    private @Nullable Thread asking;

    /** Begins a statement; false when a cancel request for an earlier one may still hit it. */
    synchronized boolean begin() throws InterruptedException {
        if (running) {
            throw new IllegalStateException("a statement inside another one");
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (onTheWay > 0 && System.nanoTime() < end) {
            wait(millisTo(end));
        }
        if (onTheWay > 0) {
            return false;
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        turn++;
        running = true;
        presses = 0;
        return true;
    }

    synchronized void end() {
        running = false;
        ended = System.nanoTime();
        notifyAll();
    }

    /** How long nothing has run; empty when something runs. */
    synchronized Optional<Duration> findIdle() {
        return running ? Optional.empty() : Optional.of(Duration.ofNanos(System.nanoTime() - ended));
    }

    /** True when somebody has asked for the end of the statement that ran last, or runs. */
    synchronized boolean isCancelled() {
        return presses > 0;
    }

    /** Counts how often the end of this statement was asked for; 0 when none runs. */
    synchronized int press() {
        if (!running) {
            return 0;
        }
        presses++;
        notifyAll();
        if (asking != null) {
            asking.interrupt();
            return ASKING;
        }
        return presses;
    }

    /** Does what comes after the connection was lost: nothing can be stopped any more but the asking itself. */
    <T> T interruptibly(Supplier<T> work) {
        ask(Thread.currentThread());
        try {
            return work.get();
        } finally {
            ask(null);
        }
    }

    // An interrupt that came too late is not meant for what comes next.
    private synchronized void ask(@Nullable Thread thread) {
        asking = thread;
        if (thread == null) {
            Thread.interrupted();
        }
    }

    synchronized int presses() {
        return presses;
    }

    /** The statement that runs now, as the methods below know it. */
    synchronized long current() {
        return turn;
    }

    /** Announces a cancel request; false when the statement has ended, and none must be sent. */
    synchronized boolean aim(long at) {
        if (!running || turn != at) {
            return false;
        }
        onTheWay++;
        return true;
    }

    /** Says that a request has had its effect, or will never have one. */
    synchronized void landed() {
        onTheWay--;
        notifyAll();
    }

    /** True when the statement has ended; false when it has not in that time, or its end was asked for once more. */
    synchronized boolean awaitEnd(long of, int known, long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (runs(of) && presses <= known && System.nanoTime() < end) {
            wait(millisTo(end));
        }
        return !runs(of);
    }

    /** Waits until nothing runs, or for that time. */
    synchronized void awaitEnd(Duration most) throws InterruptedException {
        awaitEnd(turn, Integer.MAX_VALUE, most.toMillis());
    }

    /** Does it while nothing runs, and keeps everything from beginning meanwhile; does nothing when something runs. */
    synchronized void whenIdle(Runnable work) {
        if (!running) {
            work.run();
        }
    }

    private boolean runs(long of) {
        return running && turn == of;
    }

    private static long millisTo(long end) {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    }
}
