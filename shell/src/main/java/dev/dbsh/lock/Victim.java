package dev.dbsh.lock;

import dev.dbsh.pg.Identifier;
import dev.dbsh.report.Column;
import dev.dbsh.report.Drawn;
import dev.dbsh.report.Meaning;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A session that somebody wants to signal.
 *
 * @param session null when there is no process of that pid
 * @param frees how many sessions wait because of it, directly or behind others
 * @param reason why it is not signalled, or what else is to be known
 */
record Victim(int pid, @Nullable Activity session, Signal signal, int frees, Fate fate, String reason) {

    static Victim gone(int pid, Signal signal) {
        return new Victim(pid, null, signal, 0, Fate.GONE, "there is no session of that pid");
    }

    Victim becomes(Fate other, String why) {
        return new Victim(pid, session, signal, frees, other, why);
    }

    boolean is(Fate one) {
        return fate == one;
    }

    /** {@code 123, shop_app, checkout-web at 10.0.0.5, idle in transaction} */
    String words() {
        List<String> words = new ArrayList<>(List.of(Integer.toString(pid)));
        if (session != null) {
            Backend backend = session.backend();
            add(words, readable(backend.user()));
            String application = backend.application();
            String at = backend.client() == null ? "" : " at " + backend.client();
            add(words, application == null || application.isEmpty() ? null : application + at);
            add(words, backend.state());
        }
        return String.join(", ", words);
    }

    private static void add(List<String> words, @Nullable String word) {
        if (word != null) {
            words.add(word);
        }
    }

    static final List<Column<Victim>> PLAN = columns("what");
    static final List<Column<Victim>> RESULT = columns("outcome");

    private static List<Column<Victim>> columns(String fate) {
        return List.of(
                Column.text("pid", Victim::pid),
                Column.text("user", of(session -> readable(session.backend().user()))),
                Column.text("application", of(session -> session.backend().application())),
                Column.<Victim>text("client", of(session -> session.backend().client()))
                        .asSpare(),
                Column.<Victim>text(
                                "database",
                                of(session -> readable(session.backend().database())))
                        .asDetail(),
                Column.<Victim>text("state", of(session -> session.backend().state()))
                        .asSpare(),
                Column.number(
                        "xact_age_seconds", of(session -> session.backend().transactionAge())),
                Column.text("has_written", of(Activity::written)),
                Column.number("locks", of(session -> session.process().locks())),
                Column.number("frees", Victim::frees),
                Column.<Victim>text(fate, victim -> victim.fate().word(victim.signal()))
                        .meaning(Victim::meaning),
                Column.text("reason", Victim::reason),
                Column.<Victim>text("query", of(session -> query(session.backend())))
                        .asSpare());
    }

    private static Column.Value<Victim> of(Function<Activity, @Nullable Object> part) {
        return victim -> {
            Activity session = victim.session();
            return session == null ? null : part.apply(session);
        };
    }

    private static @Nullable Drawn query(Backend backend) {
        return Entry.shortened(backend.query());
    }

    private static @Nullable String readable(@Nullable String name) {
        return name == null ? null : Identifier.readable(name);
    }

    private static Meaning meaning(Victim victim) {
        return switch (victim.fate()) {
            case DONE -> Meaning.GOOD;
            case SENT, REFUSED, FAILED -> Meaning.WARNING;
            case MEANT, GONE, LEFT_ALONE -> Meaning.PLAIN;
        };
    }
}
