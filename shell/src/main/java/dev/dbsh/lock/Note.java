package dev.dbsh.lock;

import dev.dbsh.pg.Identifier;
import dev.dbsh.report.Plural;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a line's columns do not tell. */
final class Note {
    private static final int HELD = 3;

    private final List<String> words = new ArrayList<>();

    /**
     * What its end would do.
     *
     * @param frees how many wait because of it
     * @param freed how many of these could go on
     */
    record Effect(int frees, int freed) {}

    String text() {
        return String.join("; ", words);
    }

    /** What it is, and what it waits for. */
    Note about(Party party, List<String> blockers, boolean inCircle) {
        if (inCircle) {
            words.add("deadlock: PostgreSQL cancels one of them in at most deadlock_timeout");
        }
        if (party.own()) {
            words.add("this is your own session");
        }
        addKind(party);
        addWait(party.waitsFor(), blockers);
        if (party.index() != null) {
            words.add("cancelling it leaves the invalid index " + party.index());
        }
        addHeld(party.held());
        return this;
    }

    /** What its end takes, and does. */
    Note ending(Party party, Action action, Effect effect) {
        if (party.own() && effect.frees() > 0) {
            words.add("you hold up " + Plural.of(effect.frees(), "session"));
        }
        boolean ends = action == Action.CANCEL || action == Action.TERMINATE || action == Action.ROLLBACK_PREPARED;
        if (ends && effect.freed() < effect.frees()) {
            words.add("its end frees " + effect.freed() + " of " + effect.frees() + ": the others wait for more");
        }
        if (ends && !party.mayEnd()) {
            words.add(
                    party.isPrepared()
                            ? "its owner or a superuser may end it"
                            : "to end it you need its role, pg_signal_backend, or for a superuser's session a superuser");
        }
        return this;
    }

    private void addKind(Party party) {
        Backend backend = party.backend();
        if (party.workers() > 0) {
            words.add("with " + Plural.of(party.workers(), "parallel worker"));
        }
        if (party.isPrepared()) {
            words.add("in database " + Identifier.readable(String.valueOf(backend.database())));
        } else if (backend.preventsWraparound()) {
            words.add("autovacuum to prevent wraparound: a new one starts when it is ended");
        } else if (backend.isAutovacuum()) {
            words.add("autovacuum: gives way by itself after deadlock_timeout");
        } else if ("walsender".equals(backend.kind())) {
            words.add("walsender: its receiver connects again when it is ended");
        } else if (!backend.isClient()) {
            words.add(backend.kind() + ": a process of the server");
        }
    }

    private void addWait(@Nullable Wait wait, List<String> blockers) {
        if (wait == null) {
            return;
        }
        if (wait.lockType().equals("virtualxid")) {
            words.add("waits for a snapshot: " + String.join(", ", blockers) + " may hold no conflicting table lock");
        }
        if (wait.rowShared()) {
            words.add("several may share the lock on the row: the next holder may appear");
        }
        if (blockers.size() > 1) {
            words.add("waits for " + String.join(", ", blockers));
        }
    }

    private void addHeld(List<String> held) {
        if (!held.isEmpty()) {
            int more = held.size() - HELD;
            words.add("holds " + String.join(", ", held.subList(0, Math.min(HELD, held.size())))
                    + (more > 0 ? " and " + more + " more" : ""));
        }
    }
}
