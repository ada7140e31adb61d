package dev.dbsh.lock;

import dev.dbsh.pg.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks on after signals were sent, until all who waited go on, or nothing moves any more. */
final class Aftermath {
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(10);
    private static final long STEADY = TimeUnit.SECONDS.toNanos(1);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);
    /** Whoever waits for several of them one after the other waits for nobody in between. */
    private static final long SETTLED = TimeUnit.MILLISECONDS.toNanos(200);
    /** For each look that takes longer, the server has this many times as long a rest from us. */
    private static final int REST = 4;

    private final Session session;
    private final Lookout lookout;
    private final List<Victim> sent;
    private final Set<Integer> waiting;
    private final Map<Integer, Long> freeSince = new HashMap<>();
    private final int waiters;
    private final int stops;
    private final long begun = System.nanoTime();
    private Set<Integer> unfinished = Set.of();
    private long moved = begun;

    /** To be made before the first signal is sent. */
    Aftermath(Session session, Lookout lookout, Set<Integer> waiting) {
        this.session = session;
        this.lookout = lookout;
        this.sent = new ArrayList<>();
        this.waiting = new HashSet<>(waiting);
        this.waiters = waiting.size();
        this.stops = session.stops();
    }

    /**
     * What was seen.
     *
     * @param unfinished those of the signalled that have not shown that they took it
     * @param waiters how many had waited because of them
     * @param waiting those of the waiters that wait all the same
     * @param took until the last of them moved
     * @param roots whom these wait for now
     */
    record Seen(Set<Integer> unfinished, int waiters, Set<Integer> waiting, Duration took, List<Entry> roots) {
        int freed() {
            return waiters - waiting.size();
        }
    }

    void sent(Victim victim) {
        sent.add(victim);
        unfinished = pids(sent);
    }

    /** As far as it is known. */
    Seen seen() {
        return new Seen(unfinished, waiters, waiting, Duration.ofNanos(moved - begun), List.of());
    }

    /** @throws dev.dbsh.pg.SqlFailure when it cannot look, or was stopped */
    Seen watch() {
        String shape = "";
        while (true) {
            long before = System.nanoTime();
            Sessions now = new Sessions(lookout);
            long at = System.nanoTime();
            look(now, at);
            String next = unfinished + " " + blockers(now.forest());
            if (!next.equals(shape)) {
                shape = next;
                moved = at;
            }
            boolean over = unfinished.isEmpty() && (waiting.isEmpty() || at - moved > STEADY);
            if (over || at - begun > LONGEST) {
                return new Seen(unfinished, waiters, waiting, Duration.ofNanos(moved - begun), roots(now.forest()));
            }
            pause(at - before);
        }
    }

    private void look(Sessions now, long at) {
        List<Integer> looked =
                Stream.concat(sent.stream().map(Victim::pid), waiting.stream()).toList();
        Map<Integer, Activity> found = now.of(looked);
        unfinished = sent.stream()
                .filter(victim -> !hasTaken(victim, found.get(victim.pid())))
                .map(Victim::pid)
                .collect(Collectors.toSet());
        Forest forest = now.forest();
        waiting.removeIf(pid -> isFreed(pid, forest, found.get(pid), at));
    }

    private boolean isFreed(int pid, Forest forest, @Nullable Activity now, long at) {
        if (isBlocked(pid, forest)) {
            freeSince.remove(pid);
            return false;
        }
        long since = freeSince.computeIfAbsent(pid, first -> at);
        return now == null || !now.isRunning() || at - since >= SETTLED;
    }

    private static boolean hasTaken(Victim victim, @Nullable Activity now) {
        Activity then = victim.session();
        if (now == null || then == null || !now.process().is(then.process())) {
            return true;
        }
        return victim.signal() == Signal.CANCEL
                && !(now.isRunning() && now.process().runsAs(then.process()));
    }

    private Map<Integer, List<String>> blockers(Forest forest) {
        return waiting.stream()
                .filter(pid -> isBlocked(pid, forest))
                .collect(Collectors.toMap(pid -> pid, pid -> forest.blockers(forest.place(pid))));
    }

    private static boolean isBlocked(int pid, Forest forest) {
        int place = forest.place(pid);
        return place >= 0 && !forest.blockers(place).isEmpty();
    }

    // Of each tree in which one of them still waits.
    private List<Entry> roots(Forest forest) {
        return Locks.trees(forest, false).stream()
                .filter(tree -> tree.stream()
                        .anyMatch(entry -> waiting.contains(entry.party().pid())))
                .map(tree -> tree.get(0))
                .toList();
    }

    private void pause(long took) {
        try {
            TimeUnit.NANOSECONDS.sleep(Math.max(PAUSE, REST * took));
        } catch (InterruptedException e) {
            throw Session.stopped();
        }
        if (session.stops() != stops) {
            throw Session.stopped();
        }
    }

    private static Set<Integer> pids(List<Victim> victims) {
        return victims.stream().map(Victim::pid).collect(Collectors.toSet());
    }
}
