package dev.dbsh.sequence;

import dev.dbsh.command.Progress;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.TransactionState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The sequences of the connected database. */
final class Sequences {
    private static final int SLICE = 1_000;

    private final Session session;
    private final Effort effort;
    private final Discovery discovery;

    Sequences(Session session) {
        this(session, Effort.USUAL);
    }

    Sequences(Session session, Effort effort) {
        this.session = session;
        this.effort = effort;
        this.discovery = new Discovery(session, effort);
    }

    Effort effort() {
        return effort;
    }

    /** Where the sequences stand, in order of their names. */
    List<SequenceState> states(Filter filter) {
        return survey(filter, state -> true).kept();
    }

    /**
     * Looks at all of them, and keeps those that are wanted: there may be more than fit into memory.
     *
     * @param wanted is asked from several threads
     */
    Survey survey(Filter filter, Predicate<SequenceState> wanted) {
        Mentions mentions = Mentions.read(session);
        return survey(discovery.wanted(filter, mentions), new Discovery.Scope(filter, mentions), Positions::of, wanted);
    }

    /** The sequences as the catalog has them, in order of their names; nothing of them is read. */
    List<Sequence> catalog(Filter filter) {
        Mentions mentions = Mentions.read(session);
        Discovery.Scope scope = new Discovery.Scope(filter, mentions);
        List<Sequence> all = new ArrayList<>();
        slices(discovery.wanted(filter, mentions)).forEach(slice -> all.addAll(discovery.look(session, slice, scope)));
        return all;
    }

    /** Where those sequences stand by now; what is no longer there is left out. */
    List<SequenceState> again(List<Sequence> sequences, Filter filter) {
        List<Long> ids = sequences.stream().map(Sequence::id).toList();
        return survey(ids, new Discovery.Scope(filter, Mentions.read(session)), Positions::of, state -> true)
                .kept();
    }

    /** The same, with nothing of what is stored. */
    List<SequenceState> positions(Filter filter) {
        Mentions mentions = Mentions.read(session);
        Discovery.Scope scope = new Discovery.Scope(filter, mentions);
        return survey(discovery.wanted(filter, mentions), scope, Positions::alone, state -> true)
                .kept();
    }

    /** How some sequences are looked at. */
    private interface Viewing {
        List<SequenceState> look(Positions positions, List<Sequence> sequences, boolean standby);
    }

    private Survey survey(List<Long> ids, Discovery.Scope scope, Viewing viewing, Predicate<SequenceState> wanted) {
        boolean standby = session.server().standby();
        try (Progress.Going going = effort.progress().begin("sequences", ids.size())) {
            Slices<Survey> slices = new Slices<>(slices(ids), (lists, slice) -> {
                List<Sequence> sequences = discovery.look(lists, slice, scope);
                Survey survey = Survey.of(viewing.look(new Positions(lists, effort), sequences, standby), wanted);
                going.more(slice.size());
                return survey;
            });
            return Survey.together(slices.run(session, helpers(ids.size())));
        }
    }

    private static List<List<Long>> slices(List<Long> ids) {
        List<List<Long>> slices = new ArrayList<>();
        for (int at = 0; at < ids.size(); at += SLICE) {
            slices.add(ids.subList(at, Math.min(at + SLICE, ids.size())));
        }
        return slices;
    }

    // What a transaction of the operator's has written only its own connection sees.
    private int helpers(int count) {
        boolean alone = session.transaction() != TransactionState.NONE;
        return alone ? 0 : Math.min(effort.jobs(), (count + SLICE - 1) / SLICE) - 1;
    }
}
