package dev.dbsh.pg;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One statement that a person typed, from its first byte to its answer. */
final class TypedRun {
    private final Link link;
    private final String statement;
    private final StatementKind kind;
    private final TransactionState before;
    private final CommitPoint commitPoint = new CommitPoint();
    private boolean changed;
    private int unanswered;
    private @Nullable OwnParts parts;
    private @Nullable CommitOutcome outcome;

    TypedRun(Link link, String statement, StatementKind kind) {
        this.link = link;
        this.statement = statement;
        this.kind = kind;
        this.before = link.transaction();
        link.footprint().note(statement, kind, before);
    }

    /** Answers the number of rows that it returned or touched. */
    long run(Results results, Following following) {
        try {
            if (isAlone()) {
                checkThere();
                parts = WhatTells.mayKeepParts(statement) ? OwnParts.before(link) : null;
            }
            if (mayWrite() && kind == StatementKind.COMMIT && before == TransactionState.OPEN) {
                commitPoint.pass(link);
            }
            long count = new Execution(link, commitPoint).run(statement, mode(), results, following);
            changed = isAlone() || commitPoint.written() != null;
            keepReadOnly();
            return count;
        } catch (SQLException e) {
            unanswered = link.pipeline().unanswered();
            leave(e);
            throw told(link.failure(e));
        }
    }

    /** True when a change is kept because of it. */
    boolean changed() {
        return changed;
    }

    /** It did what no ROLLBACK undoes. */
    void markChanged() {
        changed = true;
    }

    /** What became of it when that is not clear: the connection was lost over it, or it may have kept a part; else null. */
    @Nullable
    CommitOutcome outcome() {
        return outcome;
    }

    /** How many had been sent behind it when the connection was lost. */
    int unanswered() {
        return unanswered;
    }

    private boolean mayWrite() {
        return !link.server().readOnly() && !link.server().isPooled();
    }

    private boolean isAlone() {
        return kind == StatementKind.ALONE && mayWrite() && before == TransactionState.NONE;
    }

    // The kernel takes what is sent over a connection that has ended, and then nobody knows how far it came.
    private void checkThere() throws SQLException {
        SQLException gone = link.end().find();
        if (gone != null) {
            outcome = CommitOutcome.notRun("the connection had ended before");
            throw gone;
        }
        if (link.beganOnStandby()) {
            link.look();
            if (!link.server().standby()) {
                throw CommitPoint.promoted();
            }
        }
    }

    private SqlFailure told(SqlFailure failure) {
        if (!failure.isConnectionLost()) {
            return withParts(failure);
        }
        if (!mayWrite()) {
            return failure;
        }
        CommitOutcome known = outcome == null ? findOutcome() : outcome;
        outcome = known;
        return known == null ? failure : failure.with(known);
    }

    private SqlFailure withParts(SqlFailure failure) {
        OwnParts own = parts;
        if (own == null || !own.mayBeKept(link, failure)) {
            return failure;
        }
        outcome = new CommitOutcome(
                CommitOutcome.Word.UNKNOWN,
                "it runs in transactions of its own, of which some may have been kept",
                null,
                WhatTells.of(statement));
        return failure.with(outcome);
    }

    private @Nullable CommitOutcome findOutcome() {
        Witness witness = Witness.of(link);
        if (isAlone()) {
            return link.turns().interruptibly(() -> witness.ofStatement(WhatTells.of(statement)));
        }
        Written written = commitPoint.written();
        if (written != null && commitPoint.isPassed()) {
            return link.turns().interruptibly(() -> witness.ofCommit(written));
        }
        if (commitPoint.isPassed()) {
            return link.footprint().actsAtCommit()
                    ? witness.ofSideEffect()
                    : CommitOutcome.failed(commitPoint.harmless());
        }
        boolean atStake = before != TransactionState.NONE || kind == StatementKind.QUERY || kind == StatementKind.OTHER;
        return atStake
                ? CommitOutcome.failed("no COMMIT was sent, the server rolls back"
                        + link.footprint().beyondRollback())
                : null;
    }

    // What was to be one statement leaves no transaction behind, whatever became of it.
    private void leave(SQLException cause) {
        try {
            boolean own = before == TransactionState.NONE && kind != StatementKind.BEGIN;
            if (own && !link.isClosed() && !Breakage.isOf(cause)) {
                link.rollBack("rollback");
            }
        } catch (SQLException | SqlFailure e) {
            cause.addSuppressed(e);
        }
    }

    // A function can lift the default from inside, so a transaction does not rely on it, and its loss ends the session.
    private void keepReadOnly() throws SQLException {
        if (kind == StatementKind.BEGIN && link.server().readOnly()) {
            link.execute("set transaction read only");
        }
        if (link.isLifted()) {
            link.close();
            throw new SQLException("read-only was lifted from inside: the session is closed", "25006");
        }
        link.checkReadable();
    }

    // Behind a pooler a session setting does not hold, so there each statement carries its own READ ONLY.
    private Execution.Mode mode() {
        boolean asItIs = kind == StatementKind.SESSION || kind == StatementKind.BEGIN || kind == StatementKind.COMMIT;
        if (asItIs) {
            return Execution.Mode.PLAIN;
        }
        if (!mayWrite()) {
            return Execution.Mode.READ_ONLY;
        }
        return kind == StatementKind.ALONE ? Execution.Mode.PLAIN : Execution.Mode.WATCHED;
    }
}
