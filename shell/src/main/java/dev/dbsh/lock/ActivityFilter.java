package dev.dbsh.lock;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Option;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.TimeSpan;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions are meant, by what the server may hide and by what it tells everybody.
 *
 * @param idle also those that do nothing and are in no transaction
 */
record ActivityFilter(
        boolean idle,
        boolean inTransaction,
        boolean waiting,
        @Nullable Duration olderThan,
        @Nullable String state,
        @Nullable String user,
        @Nullable String application) {
    static final Option IN_TRANSACTION = Option.flag("--in-transaction", "only sessions in a transaction");
    static final Option WAITING = Option.flag("--waiting", "only sessions that wait for a lock");
    static final Option IDLE = Option.flag("--idle", "also sessions that do nothing, in no transaction");
    static final Option OLDER_THAN = Option.named(
            "--older-than", "D", Completion.NONE, "only where the transaction, or else the state, is older");
    static final Option STATE = text("--state", "S", Completion.NONE, "only sessions in the state");
    static final Option USER = text("--user", "U", Completion.ROLES, "only sessions of the role");
    static final Option APPLICATION =
            text("--application", "A", Completion.NONE, "only sessions that call themselves so");

    static final Option EVERYWHERE = Option.flag("--all-databases", "also sessions of other databases");

    private static final List<String> STATES = List.of(
            "active",
            "idle",
            "idle in transaction",
            "idle in transaction (aborted)",
            "fastpath function call",
            "starting",
            "disabled");

    static final Option[] OPTIONS = {IN_TRANSACTION, OLDER_THAN, WAITING, IDLE, STATE, USER, APPLICATION, EVERYWHERE};

    private static Option text(String name, String value, Completion completion, String summary) {
        return new Option(name, value, Parameter.Takes.TEXT, completion, summary);
    }

    static ActivityFilter of(Arguments arguments) {
        String state = arguments.find(STATE).orElse(null);
        if (state != null && !STATES.contains(state)) {
            throw Refusal.usage("there is no state \"" + state + "\"", "states are: " + String.join(", ", STATES));
        }
        return new ActivityFilter(
                arguments.has(IDLE) || "idle".equals(state),
                arguments.has(IN_TRANSACTION),
                arguments.has(WAITING),
                arguments.find(OLDER_THAN).map(TimeSpan::parse).orElse(null),
                state,
                arguments.find(USER).orElse(null),
                arguments.find(APPLICATION).orElse(null));
    }

    /** True when nothing that everybody may know speaks against the session. */
    boolean mayFit(Activity session) {
        return (!waiting || !session.blockedBy().isEmpty())
                && (user == null || user.equals(session.backend().user()))
                && (application == null || application.equals(session.backend().application()));
    }

    /** The same for what the server tells only who has a right to it. */
    boolean fitsInside(Activity session) {
        Duration age = session.age();
        return (!inTransaction || session.isInTransaction())
                && (state == null || state.equals(session.backend().state()))
                && (olderThan == null || (age != null && age.compareTo(olderThan) >= 0));
    }

    /** True for a session that is surely meant. */
    boolean fits(Activity session) {
        return mayFit(session) && (session.backend().hidden() ? !asksInside() : fitsInside(session));
    }

    /** True when it says which sessions are meant, and not only that all are. */
    boolean isNarrow() {
        return inTransaction || waiting || olderThan != null || state != null || user != null || application != null;
    }

    boolean asksInside() {
        return inTransaction || state != null || olderThan != null;
    }
}
