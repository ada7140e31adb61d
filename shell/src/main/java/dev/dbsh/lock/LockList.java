package dev.dbsh.lock;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Option;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Signature;
import dev.dbsh.pg.Session;
import dev.dbsh.report.Report;

/** {@code locks [--schema S] [--table T] [--pid P] [--min-wait D] [--all]} */
public final class LockList implements ReportCommand {
    private static final Option ALL = Option.flag("--all", "also sessions that have locks and are in nobody's way");

    private final Session session;

    public LockList(Session session) {
        this.session = session;
    }

    @Override
    public Signature signature() {
        return Signature.query(
                        "locks",
                        Signature.Group.LOCKS,
                        "Show who waits for whom as trees, whoever is at the root of it first, and what ends the waiting",
                        "locks --table stock")
                .with(Filter.SCHEMA, Filter.TABLE, Filter.PID, Filter.MIN_WAIT, ALL);
    }

    @Override
    public Report<Entry> run(Arguments arguments) {
        Filter filter = Filter.of(arguments);
        return Found.of(Locks.trees(session, arguments.has(ALL)), filter).report(session.server());
    }
}
