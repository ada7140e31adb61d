package dev.dbsh.app;

import dev.dbsh.pg.TransactionState;

/** Whether this call has changed anything in the database so far, as the last line of a batch call has to say. */
final class Changes {
    private boolean pending;
    private boolean committed;
    private boolean unknown;

    /** A statement that may write went through; what it did counts once no transaction is open any more. */
    void ran(boolean mayWrite, boolean rolledBack, TransactionState state) {
        pending |= mayWrite;
        if (state == TransactionState.NONE) {
            committed |= pending && !rolledBack;
            pending = false;
        }
    }

    /** A statement that may write was sent, and its answer never came. */
    void lost() {
        unknown = true;
    }

    /** What a call ends with: that something was changed counts more than what went wrong afterwards. */
    ExitCode code(ExitCode failure) {
        if (unknown) {
            return ExitCode.OUTCOME_UNKNOWN;
        }
        return committed && failure != ExitCode.OK ? ExitCode.FAILED_CHANGED : failure;
    }

    /** {@code no}, {@code yes} or {@code unknown}. */
    String word() {
        if (unknown) {
            return "unknown";
        }
        return committed ? "yes" : "no";
    }
}
