package dev.dbsh.sequence;

import dev.dbsh.command.Progress;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.TimeSpan;
import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.SqlFailure;
import dev.dbsh.report.Plural;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Follows sequences after they were advanced, until nobody is left who may bring in values of before: a transaction that
 * was open, or a session that holds values taken in advance. One that falls behind meanwhile is advanced again.
 */
final class Soak {
    private static final Duration PACE = Duration.ofSeconds(1);

    private final Session session;
    private final Supplier<Fixes> again;
    private final Duration most;
    private final Progress progress;
    private final Map<Long, Followed> all = new LinkedHashMap<>();
    private final List<String> operations = new ArrayList<>();
    private @Nullable RuntimeException failure;

    /**
     * Follows nothing yet.
     *
     * @param again each makes moves that can be undone by themselves
     * @param most how long they are followed
     */
    Soak(Session session, Supplier<Fixes> again, Duration most, Progress progress) {
        this.session = session;
        this.again = again;
        this.most = most;
        this.progress = progress;
    }

    /** What has been advanced, with what was seen of it afterwards. */
    Fixes.Result on(Fixes.Result fixed) {
        operations.addAll(fixed.operations());
        if (!fixed.isOver() && fixed.rows().stream().anyMatch(row -> row.is(FixOutcome.ADVANCED))) {
            fixed.rows().stream()
                    .filter(row -> row.is(FixOutcome.ADVANCED))
                    .forEach(row -> all.put(row.state().sequence().id(), new Followed(row)));
            try {
                follow();
            } catch (SqlFailure e) {
                failure = e;
            }
        }
        return result(fixed);
    }

    private void follow() {
        begin(List.copyOf(all.values()));
        int stops = session.stops();
        long begun = System.nanoTime();
        Duration gone = Duration.ZERO;
        try (Progress.Going going = progress.begin("seconds", Math.max(1, most.toSeconds()))) {
            look();
            while (!isClean() && failure == null && gone.compareTo(most) < 0) {
                Duration left = most.minus(gone);
                Pause.of(session, left.compareTo(PACE) < 0 ? left : PACE);
                Duration now = Duration.ofNanos(System.nanoTime() - begun);
                going.more(now.toSeconds() - gone.toSeconds());
                gone = now;
                look();
                if (session.stops() != stops && failure == null) {
                    failure = Session.stopped();
                }
            }
        }
    }

    private void begin(List<Followed> some) {
        List<Writers.Other> others = others(some);
        Map<Long, Set<Writers.Writer>> writers = writers(some);
        some.forEach(each -> each.begins(writers.getOrDefault(each.sequence().id(), Set.of()), others));
    }

    // Who is there is read first: what those who have gone had written is to be seen then.
    private void look() {
        List<Followed> some =
                all.values().stream().filter(each -> !each.isClean()).toList();
        Set<String> others = others(some).stream().map(Writers.Other::name).collect(Collectors.toSet());
        Map<Long, Set<Writers.Writer>> writers = writers(some);
        some.forEach(each -> each.goesOn(writers.getOrDefault(each.sequence().id(), Set.of()), others));
        Map<QualifiedName, SequenceState> now =
                again.get().read(some.stream().map(Followed::state).toList());
        for (Followed each : some) {
            SequenceState state = now.get(each.sequence().name());
            if (state == null) {
                each.isGone();
            } else {
                each.stands(state);
            }
        }
        advance(some.stream().filter(each -> each.state().target() != null).toList());
    }

    private void advance(List<Followed> behind) {
        if (behind.isEmpty()) {
            return;
        }
        Fixes.Result result =
                again.get().again(behind.stream().map(Followed::state).toList());
        if (result.changed()) {
            operations.addAll(0, result.operations());
        }
        failure = result.failure();
        List<Followed> advanced = new ArrayList<>();
        for (Fixed row : result.rows()) {
            Followed each = all.get(row.state().sequence().id());
            if (each != null && each.movedAgain(row)) {
                advanced.add(each);
            }
        }
        if (!result.isOver() && !advanced.isEmpty()) {
            begin(advanced);
        }
    }

    private List<Writers.Other> others(List<Followed> some) {
        boolean isTakenAhead =
                some.stream().anyMatch(each -> each.sequence().steps().cache() > 1);
        return isTakenAhead ? new Writers(session).others() : List.of();
    }

    private Map<Long, Set<Writers.Writer>> writers(List<Followed> some) {
        return new Writers(session)
                .bySequence(some.stream().map(Followed::sequence).toList());
    }

    private boolean isClean() {
        return all.values().stream().allMatch(Followed::isClean);
    }

    private Fixes.Result result(Fixes.Result fixed) {
        List<Fixed> rows = new ArrayList<>();
        for (Fixed row : fixed.rows()) {
            Followed each = all.get(row.state().sequence().id());
            rows.add(each == null ? row : each.told());
        }
        RuntimeException trouble = fixed.failure() == null ? failure : fixed.failure();
        long open = all.values().stream().filter(each -> !each.isClean()).count();
        String time = TimeSpan.words(most);
        if (open > 0 && trouble == null) {
            trouble = Refusal.of(
                    Refusal.Kind.BUSY,
                    open + " of " + Plural.of(all.size(), "sequence") + " not clean after " + time,
                    "sequences check, when those who are named have gone");
        }
        String afterwards = all.isEmpty() || open > 0 ? "" : "clean within " + time;
        return new Fixes.Result(rows, fixed.changed(), operations, afterwards, trouble);
    }
}
