package dev.dbsh.app;

import dev.dbsh.pg.CommitOutcome;
import org.jspecify.annotations.Nullable;

/** Whether this call has changed anything in the database so far, as the last line of a batch call has to say. */
final class Changes {
    private boolean kept;
    private @Nullable CommitOutcome open;

    /** A statement has been answered, and a change is kept because of it. */
    void kept() {
        kept = true;
    }

    /** A statement's answer never came, and that became of it. */
    void lost(CommitOutcome outcome) {
        if (outcome.isOpen()) {
            open = outcome;
        }
        kept |= outcome.word() == CommitOutcome.Word.COMMITTED;
    }

    /** What a call ends with: that something was changed counts more than what went wrong afterwards. */
    ExitCode code(ExitCode failure) {
        if (open != null) {
            return ExitCode.OUTCOME_UNKNOWN;
        }
        return kept && failure != ExitCode.OK ? ExitCode.FAILED_CHANGED : failure;
    }

    /** {@code no}, {@code yes}, or {@code unknown xid=1880}. */
    String word() {
        CommitOutcome unknown = open;
        if (unknown != null) {
            return unknown.xid() == null ? "unknown" : "unknown xid=" + unknown.xid();
        }
        return kept ? "yes" : "no";
    }
}
