package dev.dbsh.lock;

import dev.dbsh.pg.Identifier;
import dev.dbsh.report.Plural;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a line's columns do not tell. */
final class Note {
    private static final int HELD = 3;

    private Note() {}

    static String of(Party party, List<String> blockers, boolean inCircle) {
        List<String> words = new ArrayList<>();
        if (inCircle) {
            words.add("deadlock: PostgreSQL cancels one of them in at most deadlock_timeout");
        }
        if (party.own()) {
            words.add("this is your own session");
        }
        addKind(party, words);
        addWait(party.waitsFor(), blockers, words);
        if (party.index() != null) {
            words.add("cancelling it leaves the invalid index " + party.index());
        }
        addHeld(party.held(), words);
        return String.join("; ", words);
    }

    private static void addKind(Party party, List<String> words) {
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

    private static void addWait(@Nullable Wait wait, List<String> blockers, List<String> words) {
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

    private static void addHeld(List<String> held, List<String> words) {
        if (!held.isEmpty()) {
            int more = held.size() - HELD;
            words.add("holds " + String.join(", ", held.subList(0, Math.min(HELD, held.size())))
                    + (more > 0 ? " and " + more + " more" : ""));
        }
    }
}
