package dev.dbsh.lock;

import dev.dbsh.command.Refusal;
import dev.dbsh.journal.Journal;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.Sql;
import dev.dbsh.pg.SqlFailure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Signals sessions, each only if it is still what was shown, and looks what became of those who waited for them. */
final class Strike {
    private static final Sql SIGNAL = Sql.of(Strike.class, "signal.sql");

    private final Session session;
    private final Lookout lookout;
    private final SignalRecord record;
    /** Whose signal is recorded and will be known to have been sent, or not; of the others the journal says that it is unknown. */
    private final Set<Integer> begun = new HashSet<>();

    private @Nullable RuntimeException failure;

    Strike(Session session, Lookout lookout, Journal journal) {
        this.session = session;
        this.lookout = lookout;
        this.record = new SignalRecord(session, journal);
    }

    /**
     * What came of all of them.
     *
     * @param failure the first that was not expected, or that ended it; null when there was none
     */
    record Result(
            List<Victim> victims,
            Aftermath.Seen seen,
            @Nullable RuntimeException failure) {}

    /**
     * @param current those that were shown, as they are now
     * @param before what was so then
     */
    Result apply(List<Victim> current, Victims before) {
        List<Victim> meant =
                current.stream().filter(each -> each.is(Fate.MEANT)).toList();
        Aftermath aftermath = new Aftermath(session, lookout, before.heldUpBy(meant));
        List<Victim> answered = new ArrayList<>();
        for (Victim victim : current) {
            Victim told = victim.is(Fate.MEANT) ? tell(victim) : victim;
            if (told.is(Fate.SENT)) {
                aftermath.sent(told);
            }
            answered.add(told);
        }
        Aftermath.Seen seen = watch(aftermath, answered);
        List<Victim> ended = answered.stream()
                .map(each -> seen(each, seen))
                .map(each -> begun.contains(each.pid()) ? recorded(each) : each)
                .toList();
        return new Result(ended, seen, failure);
    }

    private Victim tell(Victim victim) {
        if (failure != null) {
            return victim.becomes(Fate.LEFT_ALONE, "not told");
        }
        try {
            record.begin(victim);
            begun.add(victim.pid());
            return told(victim, send(victim));
        } catch (Refusal e) {
            failure = e;
            return victim.becomes(Fate.FAILED, e.failure().message());
        } catch (SqlFailure e) {
            boolean denied = e.sqlState().equals("42501");
            failure = denied ? null : e;
            if (e.isConnectionLost() || e.isCancelled()) {
                begun.remove(victim.pid());
            }
            return victim.becomes(
                    denied ? Fate.REFUSED : Fate.FAILED,
                    e.sqlState() + " " + e.failure().message());
        }
    }

    private String send(Victim victim) {
        ServerProcess process = Objects.requireNonNull(victim.session()).process();
        String tells = "select * from pg_catalog.pg_stat_activity where pid = " + victim.pid();
        return lookout.lists()
                .act(
                        SIGNAL,
                        tells,
                        row -> row.text("answer"),
                        victim.pid(),
                        process.started(),
                        process.queryStarted(),
                        victim.signal() == Signal.TERMINATE);
    }

    private static Victim told(Victim victim, String answer) {
        return switch (answer) {
            case "sent" -> victim.becomes(Fate.SENT, victim.reason());
            case "gone" -> victim.becomes(Fate.GONE, "has ended by itself");
            case "other" -> victim.becomes(Fate.GONE, "has ended by itself, and its pid is another session's now");
            case "own" -> victim.becomes(Fate.REFUSED, "this is your own session");
            default -> victim.becomes(Fate.LEFT_ALONE, "runs another statement now");
        };
    }

    private Aftermath.Seen watch(Aftermath aftermath, List<Victim> answered) {
        boolean lost = failure instanceof SqlFailure sql && sql.isConnectionLost();
        if (lost || answered.stream().noneMatch(each -> each.is(Fate.SENT))) {
            return aftermath.seen();
        }
        try {
            return aftermath.watch();
        } catch (SqlFailure e) {
            failure = failure == null ? e : failure;
            return aftermath.seen();
        }
    }

    private static Victim seen(Victim victim, Aftermath.Seen seen) {
        return victim.is(Fate.SENT) && !seen.unfinished().contains(victim.pid())
                ? victim.becomes(Fate.DONE, victim.reason())
                : victim;
    }

    private Victim recorded(Victim victim) {
        String gap = record.end(victim);
        return gap.isEmpty() ? victim : victim.becomes(victim.fate(), join(victim.reason(), gap));
    }

    private static String join(String reason, String more) {
        return reason.isEmpty() ? more : reason + "; " + more;
    }
}
