package dev.dbsh.app;

import dev.dbsh.command.Refusal;
import dev.dbsh.command.Signature;
import dev.dbsh.pg.SqlFailure;
import dev.dbsh.report.Outcome;

/** The published exit codes: whether anything was changed, and whether to try again. */
enum ExitCode {
    OK(0),
    FAILED(1),
    FAILED_CHANGED(2),
    NEEDS_HUMAN(5),
    DECLINED(6),
    NOT_CONNECTED(7),
    OUTCOME_UNKNOWN(8),
    NOT_RECORDED(9),
    FINDINGS(10),
    UNDECIDED(11),
    USAGE(64),
    INPUT(65),
    MISSING_FILE(66),
    BUG(70),
    BUSY(75),
    REFUSED(77),
    CONFIGURATION(78),
    HUNG_UP(129),
    INTERRUPTED(130),
    PIPE_CLOSED(141),
    TERMINATED(143);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** The signal that ends a process with this code, by its name. */
    String signal() {
        return switch (this) {
            case HUNG_UP -> "HUP";
            case INTERRUPTED -> "INT";
            case TERMINATED -> "TERM";
            default -> throw new IllegalStateException(this + " is no signal");
        };
    }

    /** What a command's outcome is worth: only a check turns findings into an error. */
    static ExitCode of(Outcome outcome, Signature.Kind kind) {
        boolean check = kind == Signature.Kind.CHECK;
        return switch (outcome) {
            case OK -> OK;
            case FINDINGS -> check ? FINDINGS : OK;
            case UNKNOWN -> check ? UNDECIDED : OK;
            case FAILED -> FAILED;
        };
    }

    static ExitCode of(Refusal refusal) {
        return switch (refusal.kind()) {
            case USAGE -> USAGE;
            case MISSING_FILE -> MISSING_FILE;
            case INPUT -> INPUT;
            case NEEDS_HUMAN -> NEEDS_HUMAN;
            case GUARD_RAIL -> REFUSED;
            case BUSY -> BUSY;
            case NOT_RECORDED -> NOT_RECORDED;
            case CONFIGURATION -> CONFIGURATION;
            case NOT_POSSIBLE -> FAILED;
        };
    }

    static ExitCode of(SqlFailure failure) {
        boolean guarded = failure.sqlState().equals("25006");
        if (failure.isConnectionLost() && !guarded) {
            return NOT_CONNECTED;
        }
        return switch (failure.sqlState()) {
            case "08004" -> NOT_CONNECTED;
            case "55P03", "40P01", "40001" -> BUSY;
            case "42501", "25006" -> REFUSED;
            default -> FAILED;
        };
    }
}
