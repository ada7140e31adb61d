package dev.dbsh.sequence;

import dev.dbsh.command.Refusal;
import dev.dbsh.journal.Entry;
import dev.dbsh.journal.Intent;
import dev.dbsh.pg.Session;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks up what a repair has moved, and whether it still stands there. */
final class Undoing {
    static final String COMMAND = "sequences undo ";

    private final Session session;
    private final List<Entry> entries;

    Undoing(Session session, List<Entry> entries) {
        this.session = session;
        this.entries = entries;
    }

    /** @throws Refusal when there is no such repair, or it was made somewhere else */
    List<Undone> of(String operation) {
        List<Entry> moved = entries.stream()
                .filter(entry -> entry.operation().equals(operation) && entry.isDone())
                .filter(entry -> entry.intent().command().equals(FixRecord.COMMAND))
                .toList();
        if (moved.isEmpty()) {
            throw Refusal.of(
                    Refusal.Kind.NOT_POSSIBLE,
                    "no repair is called \"" + operation + "\"",
                    "sequences undo, alone, lists them");
        }
        moved.forEach(entry -> checkPlace(entry.intent().place()));
        List<Undone> undone = new ArrayList<>();
        for (Entry entry : moved) {
            Position from = Position.recorded(entry.found());
            Position to = Position.recorded(entry.intent().before());
            if (from != null && to != null) {
                undone.add(of(entry, from, to));
            }
        }
        return undone;
    }

    private Undone of(Entry entry, Position from, Position to) {
        Sequence sequence = new Selection(List.of(entry.intent().object()), null)
                .read(new Sequences(session))
                .get(0)
                .sequence();
        String reason = reason(entry, from, LastValues.position(session, sequence));
        return new Undone(sequence, from, to, reason.isEmpty() ? Undone.What.TO_PUT_BACK : Undone.What.REFUSED, reason);
    }

    private String reason(Entry repair, Position from, Position now) {
        boolean before = entries.stream()
                .anyMatch(entry -> entry.isDone()
                        && entry.intent().command().equals(COMMAND + repair.operation())
                        && entry.intent().object().equals(repair.intent().object()));
        if (before) {
            return "was put back already";
        }
        String moved = moved(from, now);
        return moved == null ? "" : moved;
    }

    /** Says that it stands somewhere else; null when it does not. */
    static @Nullable String moved(Position from, Position now) {
        return now.equals(from) ? null : "has moved on: " + now.words() + ", after the repair " + from.words();
    }

    private void checkPlace(Intent.Place made) {
        Intent.Place here = FixRecord.place(session);
        if (!made.system().equals(here.system()) || !made.database().equals(here.database())) {
            throw Refusal.of(
                    Refusal.Kind.GUARD_RAIL,
                    "that repair was made in database " + made.database() + " of "
                            + (made.system().equals(here.system()) ? "this server" : "another server"),
                    "connect to where it was made");
        }
    }
}
