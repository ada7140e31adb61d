package dev.dbsh.sequence;

import dev.dbsh.pg.Beside;
import dev.dbsh.pg.Lists;
import dev.dbsh.pg.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Work that comes in slices, which several connections may do at a time; when one of them fails all of it has failed. */
final class Slices<T> {
    private final List<List<Long>> slices;
    private final BiFunction<Lists, List<Long>, T> work;
    private final AtomicReferenceArray<@Nullable T> results;
    private final AtomicInteger next = new AtomicInteger();
    private volatile @Nullable Throwable failure;

    Slices(List<List<Long>> slices, BiFunction<Lists, List<Long>, T> work) {
        this.slices = slices;
        this.work = work;
        this.results = new AtomicReferenceArray<>(slices.size());
    }

    /**
     * The results in the order of the slices.
     *
     * @param helpers how many connections work besides the session's own
     */
    List<T> run(Session session, int helpers) {
        List<Beside> besides = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        try {
            for (int i = 0; i < helpers; i++) {
                Beside beside = session.another();
                besides.add(beside);
                threads.add(start(beside));
            }
            doAll(session);
        } finally {
            threads.forEach(Slices::join);
            besides.forEach(Beside::close);
        }
        return results();
    }

    private Thread start(Beside beside) {
        Thread thread = new Thread(() -> doAll(beside), "dbsh-slices");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void doAll(Lists lists) {
        try {
            int slice = next.getAndIncrement();
            while (slice < slices.size() && failure == null) {
                results.set(slice, work.apply(lists, slices.get(slice)));
                slice = next.getAndIncrement();
            }
        } catch (RuntimeException | Error e) {
            // The first is what went wrong; the others follow from it when they are stopped.
            if (failure == null) {
                failure = e;
            }
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private List<T> results() {
        Throwable thrown = failure;
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        List<T> all = new ArrayList<>();
        for (int i = 0; i < slices.size(); i++) {
            T result = results.get(i);
            if (result == null) {
                throw new IllegalStateException("slice " + i + " was left out");
            }
            all.add(result);
        }
        return all;
    }
}
