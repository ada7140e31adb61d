package dev.dbsh.lock;

import dev.dbsh.command.Change;
import dev.dbsh.command.Question;
import dev.dbsh.command.Refusal;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.SqlFailure;
import dev.dbsh.report.Outcome;
import dev.dbsh.report.Plural;
import dev.dbsh.report.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Words who would be signalled, and what came of it.
 *
 * @param untold of how many sessions it is not known whether they were asked for
 * @param grant what would allow what was refused; empty when nothing would
 */
record SignalReport(Session session, Signal signal, long untold, String grant) {
    private static final double SECOND = 1_000;

    Report<Victim> plan(List<Victim> victims) {
        return hinted(Report.of(Victim.PLAN, victims, outcome(), counted(victims) + untoldWords()));
    }

    /** @param heldUp how many wait because of them, and how many of these can go on when all of them end */
    Question question(List<Victim> meant, int heldUp, int freed) {
        String effect = heldUp == 0
                ? "nobody waits for " + (meant.size() == 1 ? "it" : "them")
                : "lets " + freed + " of " + Plural.of(heldUp, "waiter") + " go on";
        if (meant.size() == 1) {
            return Question.plain(signal.word() + " " + meant.get(0).words() + ": " + effect);
        }
        return Question.typed(
                signal.word() + " " + Plural.of(meant.size(), "session") + ": " + effect,
                Integer.toString(meant.size()));
    }

    /** When there is nobody to be signalled. */
    Change nobody(List<Victim> victims) {
        Report<Victim> report =
                Report.of(Victim.PLAN, victims, outcome(), "nothing was changed" + rest(victims) + untoldWords());
        return Change.nothing(hinted(report), refused(victims, report.ending().verdict()));
    }

    Change.Done of(Strike.Result result) {
        List<Victim> victims = result.victims();
        boolean changed = victims.stream().anyMatch(each -> each.is(Fate.DONE) || each.is(Fate.SENT));
        Aftermath.Seen seen = result.seen();
        String verdict = (changed ? counted(victims) + "; " + effect(seen) : "nothing was changed" + rest(victims))
                + untoldWords();
        boolean held = changed && !seen.waiting().isEmpty();
        Report<Victim> report =
                Report.of(Victim.RESULT, victims, held ? Outcome.FINDINGS.and(outcome()) : outcome(), verdict);
        for (Entry root : held ? seen.roots() : List.<Entry>of()) {
            for (String command : Plan.commands(root, session.server())) {
                report = report.withHint(command);
            }
        }
        return new Change.Done(hinted(report), changed, trouble(result, verdict));
    }

    private Outcome outcome() {
        return untold > 0 ? Outcome.UNKNOWN : Outcome.OK;
    }

    private Report<Victim> hinted(Report<Victim> report) {
        return grant.isEmpty() ? report : report.withHint(grant);
    }

    private String untoldWords() {
        return untold == 0
                ? ""
                : "; whether " + Plural.of(untold, "session") + (untold == 1 ? " is" : " are")
                        + " meant is hidden from you";
    }

    private String counted(List<Victim> victims) {
        List<String> parts = new ArrayList<>();
        for (Fate fate : Fate.values()) {
            long count = count(victims, fate);
            if (count > 0) {
                String noun = parts.isEmpty() ? Plural.of(count, "session") : Long.toString(count);
                parts.add(noun + " " + fate.words(signal));
            }
        }
        return parts.isEmpty() ? "no session fits" : String.join(", ", parts);
    }

    private String rest(List<Victim> victims) {
        return ": " + counted(victims);
    }

    // freed 12 of 12 waiters in 0.2 s
    private static String effect(Aftermath.Seen seen) {
        if (seen.waiters() == 0) {
            return "nobody had waited";
        }
        String freed = "freed " + seen.freed() + " of " + Plural.of(seen.waiters(), "waiter")
                + (seen.freed() == 0 ? "" : " in " + seconds(seen.took()));
        if (seen.waiting().isEmpty()) {
            return freed;
        }
        List<String> roots = seen.roots().stream().map(SignalReport::root).toList();
        String others = roots.isEmpty() ? "" : ": " + String.join(" and ", roots) + " blocks now";
        return freed + others;
    }

    private static String root(Entry root) {
        Backend backend = root.party().backend();
        return root.party().name() + (backend.state() == null ? "" : " (" + backend.state() + ")");
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / SECOND);
    }

    private @Nullable RuntimeException trouble(Strike.Result result, String verdict) {
        if (result.failure() != null) {
            return result.failure();
        }
        List<Victim> late =
                result.victims().stream().filter(each -> each.is(Fate.SENT)).toList();
        if (!late.isEmpty()) {
            String pid = Integer.toString(late.get(0).pid());
            return SqlFailure.unfinished(
                    verdict,
                    "the server has passed the signal on, and " + pid + " has not taken it yet",
                    "select * from pg_catalog.pg_stat_activity where pid = " + pid);
        }
        return refused(result.victims(), verdict);
    }

    private @Nullable RuntimeException refused(List<Victim> victims, String verdict) {
        for (Victim victim : victims) {
            if (victim.is(Fate.REFUSED) || victim.is(Fate.FAILED)) {
                return Refusal.of(
                        Refusal.Kind.GUARD_RAIL,
                        verdict,
                        victim.pid() + ": " + victim.reason() + (grant.isEmpty() ? "" : "\n" + grant));
            }
        }
        return null;
    }

    private static long count(List<Victim> victims, Fate fate) {
        return victims.stream().filter(each -> each.is(fate)).count();
    }
}
