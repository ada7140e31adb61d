package dev.dbsh.lock;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Signature;
import dev.dbsh.command.condition.FailIf;
import dev.dbsh.pg.Session;
import dev.dbsh.report.Report;

/** {@code locks check [--schema S] [--table T] [--min-wait D] [--fail-if EXPR]} */
public final class LockCheck implements ReportCommand {
    private final Session session;

    public LockCheck(Session session) {
        this.session = session;
    }

    @Override
    public Signature signature() {
        return Signature.check(
                        "locks check",
                        Signature.Group.LOCKS,
                        "Find out whether anybody waits for a lock, and for how long",
                        "locks check --fail-if 'waiting > 0 or oldest_wait > 30s'")
                .with(Filter.SCHEMA, Filter.TABLE, Filter.MIN_WAIT, FailIf.OPTION);
    }

    @Override
    public Report<Entry> run(Arguments arguments) {
        return Found.of(Locks.trees(session, false), Filter.of(arguments)).report(session.server());
    }
}
