package dev.dbsh.session;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Operator;
import dev.dbsh.command.Option;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Signature;
import dev.dbsh.command.TimeSpan;
import dev.dbsh.command.WriteMode;
import dev.dbsh.pg.Server;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.TransactionState;
import dev.dbsh.report.Report;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code write [on|off]}: whether raw SQL may write in this session, for a while and for a reason. */
public final class Write implements ReportCommand {
    private static final Duration USUAL = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(12);

    private static final Parameter SWITCH = Parameter.optional("on|off", Parameter.Takes.TEXT, Completion.SWITCH);
    private static final Option FOR =
            new Option("--for", "D", Parameter.Takes.TEXT, Completion.NONE, "how long, 15m unless said");
    private static final Option BECAUSE =
            new Option("--because", "TEXT", Parameter.Takes.TEXT, Completion.NONE, "why, for the record");

    private final Session session;
    private final WriteMode mode;
    private final Supplier<Operator> operator;

    public Write(Session session, WriteMode mode, Supplier<Operator> operator) {
        this.session = session;
        this.mode = mode;
        this.operator = operator;
    }

    @Override
    public Signature signature() {
        return Signature.query(
                        "write",
                        Signature.Group.SESSION,
                        "Let raw SQL write for a while; each change is shown before it is kept",
                        "write on --for 10m")
                .taking(SWITCH)
                .with(FOR, BECAUSE);
    }

    @Override
    public Report<?> run(Arguments arguments) {
        String word = arguments.find(SWITCH).orElse("");
        return switch (word) {
            case "" -> Report.said(state());
            case "on" -> on(arguments);
            case "off" -> off();
            default -> throw Refusal.usage("write takes on or off, not " + word, "write on");
        };
    }

    private Report<?> on(Arguments arguments) {
        Duration time = arguments.find(FOR).map(TimeSpan::parse).orElse(USUAL);
        if (time.isZero() || time.compareTo(LONGEST) > 0) {
            throw Refusal.usage("write on is for up to 12h at a time", "write on --for 15m");
        }
        if (!operator.get().isPerson()) {
            throw Refusal.of(
                    Refusal.Kind.NEEDS_HUMAN, "write on is for the prompt, where each change is shown", "dbsh --write");
        }
        checkPossible(session.server());
        if (!session.server().mayWrite()) {
            session.allowWrites(true);
        }
        @Nullable String because = arguments.find(BECAUSE).orElse(null);
        mode.on(time, because);
        return Report.said(state());
    }

    private void checkPossible(Server server) {
        if (server.isPooled()) {
            throw Refusal.of(
                    Refusal.Kind.GUARD_RAIL,
                    "nothing is written through a pooler: what a session is set to does not hold there",
                    server.wayAround());
        }
        if (server.standby()) {
            throw Refusal.of(
                    Refusal.Kind.NOT_POSSIBLE,
                    "this is a standby: nothing can be written here",
                    "connect to the primary");
        }
        checkNoTransaction();
    }

    // A transaction keeps the mode that it began with.
    private void checkNoTransaction() {
        if (session.transaction() != TransactionState.NONE) {
            throw Refusal.of(
                    Refusal.Kind.NOT_POSSIBLE,
                    "a transaction is open, and it keeps the mode that it began with",
                    "commit; or rollback; first");
        }
    }

    private Report<?> off() {
        if (session.server().mayWrite()) {
            checkNoTransaction();
            session.allowWrites(false);
        }
        mode.off();
        return Report.said(state());
    }

    private String state() {
        if (!session.server().mayWrite()) {
            return "read-only: raw SQL cannot write";
        }
        String reason = mode.reason().map(text -> ": " + text).orElse("");
        return mode.left()
                        .map(left -> "raw SQL may write for " + TimeSpan.words(left))
                        .orElse("raw SQL may write")
                + reason;
    }
}
