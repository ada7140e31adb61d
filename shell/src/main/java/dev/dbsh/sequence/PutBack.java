package dev.dbsh.sequence;

import dev.dbsh.command.Change;
import dev.dbsh.command.Refusal;
import dev.dbsh.journal.Journal;
import dev.dbsh.pg.Changing;
import dev.dbsh.pg.CommitOutcome;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.Sql;
import dev.dbsh.pg.SqlFailure;
import dev.dbsh.report.Outcome;
import dev.dbsh.report.Plural;
import dev.dbsh.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts sequences back while nobody can take a value from them, where they stand as a repair has left them. */
final class PutBack {
    private static final Sql PUT_BACK = Sql.of(PutBack.class, "put-back.sql");

    private final Session session;
    private final FixRecord record;
    private @Nullable RuntimeException trouble;

    PutBack(Session session, Journal journal, String operation) {
        this.session = session;
        this.record = new FixRecord(session, journal, Undoing.COMMAND + operation);
    }

    Change.Done apply(List<Undone> planned) {
        List<Undone> rows = new ArrayList<>();
        for (Undone undone : planned) {
            rows.add(undone.is(Undone.What.TO_PUT_BACK) && trouble == null ? applied(undone) : undone);
        }
        long back = rows.stream().filter(row -> row.is(Undone.What.PUT_BACK)).count();
        String verdict = back + " of " + Plural.of(rows.size(), "sequence") + " put back";
        Outcome outcome = back == rows.size() ? Outcome.OK : Outcome.FINDINGS;
        if (back < rows.size() && trouble == null) {
            Undone first = rows.stream()
                    .filter(row -> !row.is(Undone.What.PUT_BACK))
                    .findFirst()
                    .orElseThrow();
            trouble = Refusal.of(Refusal.Kind.GUARD_RAIL, verdict, first.name() + " " + first.reason());
        }
        return new Change.Done(Report.of(Undone.COLUMNS, rows, outcome, verdict), back > 0, trouble);
    }

    private Undone applied(Undone undone) {
        Sequence sequence = undone.sequence();
        try {
            record.begin(sequence, List.of(shown(undone)), undone.to().lastValue());
        } catch (SqlFailure e) {
            trouble = e;
            return undone.as(Undone.What.FAILED, words(e));
        } catch (Refusal e) {
            trouble = e;
            return undone.as(Undone.What.FAILED, e.failure().message());
        }
        try {
            session.change(LockedMove.LIMITS, changing -> putBack(changing, undone));
            return undone.as(Undone.What.PUT_BACK, record.end(sequence, true));
        } catch (SqlFailure e) {
            trouble = e;
            return e.isConnectionLost() ? lost(undone, e) : failed(undone, words(e));
        } catch (Refusal e) {
            trouble = e;
            return failed(undone, e.failure().message());
        }
    }

    private Undone failed(Undone undone, String why) {
        String gap = record.end(undone.sequence(), false);
        return undone.as(Undone.What.FAILED, gap.isEmpty() ? why : why + "; " + gap);
    }

    private Undone lost(Undone undone, SqlFailure e) {
        CommitOutcome outcome = e.outcome();
        String became = FixRecord.words(outcome);
        String gap = record.lost(undone.sequence(), outcome, undone.to());
        String why = Stream.of(FixRecord.isKept(outcome) ? "" : words(e), became, gap)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        return undone.as(FixRecord.isKept(outcome) ? Undone.What.PUT_BACK : Undone.What.FAILED, why);
    }

    private static String words(SqlFailure e) {
        return e.sqlState() + " " + e.failure().message();
    }

    private static Boolean putBack(Changing changing, Undone undone) {
        Sequence sequence = undone.sequence();
        changing.hold(LockedMove.hold(sequence));
        String moved = Undoing.moved(undone.from(), LastValues.position(changing, sequence));
        if (moved != null) {
            throw Refusal.of(Refusal.Kind.GUARD_RAIL, sequence.name() + " " + moved, "sequences show NAME");
        }
        changing.execute(
                PUT_BACK,
                sequence.name().quoted(),
                undone.to().lastValue(),
                undone.to().called());
        return true;
    }

    private static String shown(Undone undone) {
        return PUT_BACK.shown(
                undone.name().quoted(), undone.to().lastValue(), undone.to().called());
    }
}
