package dev.dbsh.lock;

import dev.dbsh.pg.Server;
import dev.dbsh.report.Outcome;
import dev.dbsh.report.Plural;
import dev.dbsh.report.Report;
import java.util.ArrayList;
import java.util.List;

/**
 * The trees that were asked for.
 *
 * @param all whether every tree was asked for
 * @param untold trees of which cannot be told whether they are meant; they are among the lines
 */
record Found(List<Entry> lines, boolean all, int untold) {

    static Found of(List<List<Entry>> trees, Filter filter) {
        List<Entry> lines = new ArrayList<>();
        int untold = 0;
        for (List<Entry> tree : trees) {
            Filter.Answer answer = filter.fits(tree);
            if (filter.isEmpty() || answer != Filter.Answer.NO) {
                lines.addAll(tree);
                untold += answer == Filter.Answer.UNTOLD && !filter.isEmpty() ? 1 : 0;
            }
        }
        return new Found(List.copyOf(lines), filter.isEmpty(), untold);
    }

    /** Findings when somebody surely waits. */
    Outcome outcome() {
        if (waiting() == 0) {
            return Outcome.OK;
        }
        return untold > 0 && untold == trees() ? Outcome.UNKNOWN : Outcome.FINDINGS;
    }

    Report<Entry> report(Server server) {
        Report<Entry> report = Report.of(Entry.COLUMNS, lines, outcome(), verdict());
        for (String hint : Plan.hints(lines, server)) {
            report = report.withHint(hint);
        }
        return report;
    }

    private String verdict() {
        if (waiting() == 0) {
            return all ? "no session waits for a lock" : "no wait for a lock fits";
        }
        long circles = lines.stream()
                .filter(line -> line.note().startsWith("deadlock"))
                .count();
        String deadlock = circles == 0 ? "" : ", " + Plural.of(circles, "session") + " in a deadlock";
        String maybe = untold == 0
                ? ""
                : ", " + Plural.of(untold, "tree") + " of which the server does not tell whether it is meant";
        return Plural.of(waiting(), "session")
                + (waiting() == 1 ? " waits for a lock, " : " wait for locks, ")
                + Plural.of(roots(), "root")
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

    private long waiting() {
        return lines.stream().filter(line -> !line.blockedBy().isEmpty()).count();
    }

    private long trees() {
        return lines.stream().filter(Entry::isRoot).count();
    }

    private long roots() {
        return lines.stream().filter(line -> line.isRoot() && line.frees() > 0).count();
    }
}
