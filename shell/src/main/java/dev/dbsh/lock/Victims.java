package dev.dbsh.lock;

import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.Session;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out who would be signalled, who would not, and why. */
final class Victims {
    private final Session session;
    private final Signal signal;
    private final Choice choice;
    private final Sessions sessions;

    Victims(Session session, Lookout lookout, Signal signal, Choice choice) {
        this.session = session;
        this.signal = signal;
        this.choice = choice;
        this.sessions = new Sessions(lookout);
    }

    Forest forest() {
        return sessions.forest();
    }

    /** Where they stand in the forest, as far as they take part in the waiting. */
    BitSet places(List<Victim> victims) {
        BitSet places = new BitSet();
        for (Victim victim : victims) {
            int place = forest().place(victim.pid());
            if (place >= 0) {
                places.set(place);
            }
        }
        return places;
    }

    /** The pids of those who wait because of them. */
    Set<Integer> heldUpBy(List<Victim> victims) {
        return forest().heldUp(places(victims)).stream()
                .mapToObj(at -> forest().party(at).pid())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Everyone who was asked for. */
    List<Victim> find() {
        List<Integer> pids = choice.isByFilter()
                ? sessions.all(choice.everywhere()).stream()
                        .filter(choice::fits)
                        .map(Activity::pid)
                        .toList()
                : choice.pids();
        Map<Integer, Activity> found = sessions.of(pids);
        List<Victim> victims = new ArrayList<>();
        for (int pid : pids) {
            Activity one = found.get(pid);
            victims.add(one == null ? Victim.gone(pid, signal) : victim(one));
        }
        return victims;
    }

    /** How many of those whom a filter may mean cannot be told, because what they do is hidden. */
    long untold() {
        ActivityFilter filter = choice.filter();
        if (filter == null || !filter.asksInside()) {
            return 0;
        }
        return sessions.all(choice.everywhere()).stream()
                .filter(each -> each.backend().hidden() && filter.mayFit(each))
                .count();
    }

    /** The same session a moment later, when it may be another one, or may have gone on by itself. */
    List<Victim> again(List<Victim> planned) {
        Map<Integer, Activity> found =
                sessions.of(planned.stream().map(Victim::pid).toList());
        return planned.stream()
                .map(each -> each.is(Fate.MEANT) ? again(each, found) : each)
                .toList();
    }

    private Victim again(Victim planned, Map<Integer, Activity> found) {
        Activity now = found.get(planned.pid());
        Activity then = planned.session();
        if (now == null || then == null) {
            return planned.becomes(Fate.GONE, "has ended by itself");
        }
        if (!now.process().is(then.process())) {
            return planned.becomes(Fate.GONE, "has ended by itself, and its pid is another session's now");
        }
        if (!choice.fits(now)) {
            return planned.becomes(Fate.LEFT_ALONE, "is no longer one of those that were asked for");
        }
        Victim fresh = victim(now);
        if (!fresh.is(Fate.MEANT)) {
            return fresh;
        }
        if (signal == Signal.CANCEL && !now.process().runsAs(then.process())) {
            return fresh.becomes(Fate.LEFT_ALONE, "runs another statement now");
        }
        return planned.frees() > 0 && fresh.frees() == 0
                ? fresh.becomes(Fate.LEFT_ALONE, "nobody waits for it any more")
                : fresh;
    }

    private Victim victim(Activity one) {
        int place = forest().place(one.pid());
        int frees = place < 0 ? 0 : forest().heldUp(place).cardinality();
        Victim meant = new Victim(one.pid(), one, signal, frees, Fate.MEANT, "");
        String against = against(one, frees);
        if (!against.isEmpty()) {
            return meant.becomes(Fate.REFUSED, against);
        }
        String useless = signal == Signal.CANCEL ? useless(one) : "";
        if (!useless.isEmpty()) {
            return meant.becomes(choice.isByFilter() ? Fate.LEFT_ALONE : Fate.REFUSED, useless);
        }
        return meant.becomes(Fate.MEANT, remark(one, place));
    }

    private String against(Activity one, int frees) {
        ServerProcess process = one.process();
        if (process.own()) {
            return "this is your own session" + (frees == 0 ? "" : ": rollback; lets those go on who wait for it");
        }
        if (process.leader() != null) {
            return "a parallel worker of " + process.leader() + ": " + signal.word() + " " + process.leader();
        }
        if (!process.mayEnd()) {
            return process.ofSuperuser() ? "only a superuser may" : "you are not allowed to";
        }
        if (process.started() == null) {
            return "when it began is hidden, so it could not be told from another one with its pid";
        }
        Backend backend = one.backend();
        if (backend.isClient() || backend.isAutovacuum() || choice.force()) {
            return "";
        }
        return "a process of the server, " + backend.kind() + ": not without --force";
    }

    private static String useless(Activity one) {
        if (one.isRunning() || !one.backend().isClient()) {
            return "";
        }
        return one.isInTransaction()
                ? "is " + one.backend().state() + ": there is no statement to cancel, terminate " + one.pid()
                : "runs nothing";
    }

    private String remark(Activity one, int place) {
        List<String> words = new ArrayList<>();
        Backend backend = one.backend();
        if (backend.preventsWraparound()) {
            words.add("autovacuum to prevent wraparound: a new one starts");
        } else if (backend.isAutovacuum()) {
            words.add("autovacuum: comes back to the table later");
        } else if ("walsender".equals(backend.kind())) {
            words.add("walsender: its receiver connects again");
        }
        if (Boolean.TRUE.equals(one.written())) {
            words.add("what it has written is rolled back");
        }
        if (place >= 0) {
            addFreed(place, words);
        }
        return String.join("; ", words);
    }

    private void addFreed(int place, List<String> words) {
        String index = forest().party(place).index();
        if (index != null) {
            words.add("leaves the invalid index " + index);
        }
        if (signal == Signal.CANCEL && forest().holdsUpForAdvisory(place)) {
            words.add("it may keep its advisory locks: only its end frees those who wait for them");
        }
        BitSet alone = new BitSet();
        alone.set(place);
        int held = forest().heldUp(place).cardinality();
        int freed = forest().freedBy(alone).cardinality();
        if (freed < held) {
            words.add((held - freed) + " of " + held + " wait for others, too");
        }
    }

    /** The grant that would allow what was refused; empty when none would. */
    String grant(List<Victim> victims) {
        String to = " to " + Identifier.readable(session.server().user()) + ";";
        boolean denied = false;
        boolean hidden = false;
        for (Victim victim : victims) {
            Activity one = victim.session();
            if (victim.is(Fate.REFUSED) && one != null) {
                denied |= !one.process().mayEnd() && !one.process().ofSuperuser();
                hidden |= one.process().mayEnd() && one.process().started() == null;
            }
        }
        return denied ? "grant pg_signal_backend" + to : hidden ? "grant pg_monitor" + to : "";
    }
}
