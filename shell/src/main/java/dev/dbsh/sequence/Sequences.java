package dev.dbsh.sequence;

import dev.dbsh.pg.Session;
import java.util.List;

/** The sequences of the connected database. */
final class Sequences {
    private final Session session;
    private final Discovery discovery;
    private final Positions positions;

    Sequences(Session session) {
        this.session = session;
        this.discovery = new Discovery(session);
        this.positions = new Positions(session);
    }

    /** Where the sequences stand, in order of their names. */
    List<SequenceState> states(Filter filter) {
        return positions.of(discovery.matching(filter), session.server().standby());
    }
}
