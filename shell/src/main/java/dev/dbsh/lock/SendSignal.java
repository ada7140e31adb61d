package dev.dbsh.lock;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Change;
import dev.dbsh.command.ChangeCommand;
import dev.dbsh.command.Option;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.Signature;
import dev.dbsh.journal.Journal;
import dev.dbsh.pg.Session;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code cancel PID...} and {@code terminate PID...}, or by the filters of {@code activity}: shows whom it would signal,
 * signals each only if it is still the same, and says who was freed by it.
 */
public final class SendSignal implements ChangeCommand {
    private static final Option[] OPTIONS = Stream.concat(Stream.of(ActivityFilter.OPTIONS), Stream.of(Choice.FORCE))
            .toArray(Option[]::new);

    private final Session session;
    private final Journal journal;
    private final Signal signal;

    private SendSignal(Session session, Journal journal, Signal signal) {
        this.session = session;
        this.journal = journal;
        this.signal = signal;
    }

    public static SendSignal cancel(Session session, Journal journal) {
        return new SendSignal(session, journal, Signal.CANCEL);
    }

    public static SendSignal terminate(Session session, Journal journal) {
        return new SendSignal(session, journal, Signal.TERMINATE);
    }

    @Override
    public Signature signature() {
        String summary = signal == Signal.CANCEL
                ? "Stop what sessions run, after a look at each and a question; say who was freed by it"
                : "End sessions, after a look at each and a question; say who was freed by it";
        return Signature.query(
                        signal.word(), Signature.Group.LOCKS, summary, signal.word() + " --application deploy-job")
                .taking(Choice.PIDS)
                .with(OPTIONS);
    }

    @Override
    public Change plan(Arguments arguments) {
        Choice choice = Choice.of(arguments, signal);
        try (Lookout lookout = open()) {
            Victims look = new Victims(session, lookout, signal, choice);
            List<Victim> victims = look.find();
            SignalReport report = new SignalReport(session, signal, look.untold(), look.grant(victims));
            List<Victim> meant =
                    victims.stream().filter(each -> each.is(Fate.MEANT)).toList();
            if (meant.isEmpty()) {
                return report.nobody(victims);
            }
            BitSet places = look.places(meant);
            return new Change(
                    report.plan(victims),
                    report.question(
                            meant,
                            look.forest().heldUp(places).cardinality(),
                            look.forest().freedBy(places).cardinality()),
                    () -> report.of(apply(choice, victims)));
        }
    }

    private Strike.Result apply(Choice choice, List<Victim> planned) {
        try (Lookout lookout = open()) {
            Victims look = new Victims(session, lookout, signal, choice);
            return new Strike(session, lookout, journal).apply(look.again(planned), look);
        }
    }

    private Lookout open() {
        Lookout lookout = Lookout.of(session);
        if (!lookout.isFresh()) {
            lookout.close();
            throw Refusal.of(
                    Refusal.Kind.NOT_POSSIBLE,
                    "a transaction is open, and there can be no second connection to look on from: nothing was changed",
                    "commit; or rollback; first");
        }
        return lookout;
    }
}
