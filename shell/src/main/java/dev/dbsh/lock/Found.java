package dev.dbsh.lock;

import dev.dbsh.pg.Server;
import dev.dbsh.report.Figure;
import dev.dbsh.report.Outcome;
import dev.dbsh.report.Plural;
import dev.dbsh.report.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The trees that were asked for.
 *
 * @param all whether every tree was asked for
 * @param untold those of trees of which cannot be told whether they are meant
 */
record Found(List<Entry> lines, boolean all, List<Entry> untold) {

    static Found of(List<List<Entry>> trees, Filter filter) {
        List<Entry> lines = new ArrayList<>();
        List<Entry> untold = new ArrayList<>();
        for (List<Entry> tree : trees) {
            Filter.Answer answer = filter.fits(tree);
            if (filter.isEmpty() || answer != Filter.Answer.NO) {
                lines.addAll(tree);
                if (answer == Filter.Answer.UNTOLD && !filter.isEmpty()) {
                    untold.addAll(tree);
                }
            }
        }
        return new Found(List.copyOf(lines), filter.isEmpty(), List.copyOf(untold));
    }

    /** Findings when somebody surely waits. */
    Outcome outcome() {
        if (waiting(lines) == 0) {
            return Outcome.OK;
        }
        return untold.size() == lines.size() ? Outcome.UNKNOWN : Outcome.FINDINGS;
    }

    Report<Entry> report(Server server) {
        Report<Entry> report =
                Report.of(Entry.COLUMNS, lines, outcome(), verdict()).withFigures(figures());
        for (String hint : Plan.hints(lines, server)) {
            report = report.withHint(hint);
        }
        return report;
    }

    private String verdict() {
        if (waiting(lines) == 0) {
            return all ? "no session waits for a lock" : "no wait for a lock fits";
        }
        long circles = circles(lines);
        String deadlock = circles == 0 ? "" : ", " + Plural.of(circles, "session") + " in a deadlock";
        String maybe = untold.isEmpty()
                ? ""
                : ", " + Plural.of(trees(untold), "tree") + " of which the server does not tell whether it is meant";
        return Plural.of(waiting(lines), "session")
                + (waiting(lines) == 1 ? " waits for a lock, " : " wait for locks, ")
                + Plural.of(roots(lines), "root")
                + deadlock
                + maybe
                + hidden();
    }

    private String hidden() {
        long hidden =
                lines.stream().filter(line -> line.party().backend().hidden()).count();
        long sessions =
                lines.stream().filter(line -> !line.party().isPrepared()).count();
        return hidden == 0
                ? ""
                : "; what " + hidden + " of " + Plural.of(sessions, "session") + " do is hidden from you";
    }

    private List<Figure> figures() {
        List<Entry> sure = new ArrayList<>(lines);
        sure.removeAll(untold);
        return List.of(
                Figure.between("waiting", waiting(sure), waiting(lines)),
                Figure.between("roots", roots(sure), roots(lines)),
                Figure.between("deadlocked", circles(sure), circles(lines)),
                Figure.time("oldest_wait", longest(sure), longestAtMost(lines)));
    }

    private static Duration longest(List<Entry> lines) {
        return waits(lines)
                .map(Wait::waited)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    // The server may not have noted yet since when somebody waits, or never does; longer than its statement it cannot
    // be.
    private static @Nullable Duration longestAtMost(List<Entry> lines) {
        Duration longest = Duration.ZERO;
        for (Wait wait : waits(lines).toList()) {
            Duration most = wait.waited() == null ? wait.atMost() : wait.waited();
            if (most == null) {
                return null;
            }
            longest = most.compareTo(longest) > 0 ? most : longest;
        }
        return longest;
    }

    private static Stream<Wait> waits(List<Entry> lines) {
        return lines.stream().map(line -> line.party().waitsFor()).filter(Objects::nonNull);
    }

    private static long waiting(List<Entry> lines) {
        return lines.stream().filter(line -> !line.blockedBy().isEmpty()).count();
    }

    private static long circles(List<Entry> lines) {
        return lines.stream().filter(line -> line.note().startsWith("deadlock")).count();
    }

    private static long trees(List<Entry> lines) {
        return lines.stream().filter(Entry::isRoot).count();
    }

    private static long roots(List<Entry> lines) {
        return lines.stream().filter(line -> line.isRoot() && line.frees() > 0).count();
    }
}
