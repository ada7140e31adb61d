package dev.dbsh.console;

import static java.util.stream.Collectors.joining;

import dev.dbsh.pg.Held;
import dev.dbsh.pg.QualifiedName;
import dev.dbsh.render.Visible;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says when a transaction that nobody goes on with holds others up: after a minute, or in good time before the server ends
 * its session, and again every five minutes.
 */
final class IdleWarning {
    private static final Duration FIRST_LOOK = Duration.ofSeconds(30);
    private static final Duration USUAL = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Duration AGAIN = Duration.ofMinutes(5);
    private static final int MOST_NAMES = 3;

    private @Nullable Duration next = FIRST_LOOK;
    private Duration last = Duration.ZERO;

    /**
     * The warning that is due now, if one is.
     *
     * @param idle how long nothing has run in the open transaction; zero when there is none
     * @param held asks what it holds; empty when that cannot be known
     */
    Optional<String> after(Duration idle, Supplier<Optional<Held>> held) {
        if (idle.compareTo(last) < 0) {
            // Something has run meanwhile.
            next = FIRST_LOOK;
        }
        last = idle;
        Duration due = next;
        if (due == null || idle.compareTo(due) < 0) {
            return Optional.empty();
        }
        return warning(idle, held.get());
    }

    private Optional<String> warning(Duration idle, Optional<Held> held) {
        if (held.isPresent() && held.get().isNothing()) {
            // It gets nothing more while it is idle.
            next = null;
            return Optional.empty();
        }
        Duration limit = held.map(Held::limit).orElse(null);
        boolean endsSoon = held.isEmpty() || (limit != null && limit.compareTo(SOON) < 0);
        if (idle.compareTo(USUAL) < 0 && !endsSoon) {
            next = USUAL;
            return Optional.empty();
        }
        next = idle.plus(AGAIN);
        String end = limit == null ? "" : "; the server ends the session after " + limit.toSeconds() + " s";
        return Optional.of("warning: the open transaction has been idle for " + idle.toSeconds() + " s and "
                + held.map(IdleWarning::words).orElse("may hold locks, which cannot be seen now") + end
                + ": commit; or rollback;");
    }

    private static String words(Held held) {
        List<QualifiedName> relations = held.relations();
        if (relations.isEmpty()) {
            return held.advisory() ? "holds advisory locks" : "has written";
        }
        String names = relations.stream()
                .limit(MOST_NAMES)
                .map(name -> Visible.cell(name.toString()))
                .collect(joining(", "));
        int more = relations.size() - MOST_NAMES;
        return "holds locks on " + names + (more > 0 ? " and " + more + " more" : "");
    }
}
