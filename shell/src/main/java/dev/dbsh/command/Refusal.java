package dev.dbsh.command;

import dev.dbsh.report.Failure;

/** We said no, before anything was sent or changed. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why, as the exit codes tell it apart. */
    public enum Kind {
        /** The words typed make no command. */
        USAGE,
        /** A file that was named is not there. */
        MISSING_FILE,
        /** A text that was given cannot be run as a whole. */
        INPUT,
        /** A person is needed and none is there. */
        NEEDS_HUMAN,
        /** A guard rail, or a privilege that is missing. */
        GUARD_RAIL,
        /** Others are at it now. */
        BUSY,
        /** A configuration that is not safe or not readable. */
        CONFIGURATION,
        /** What is to be changed cannot be recorded first. */
        NOT_RECORDED,
        /** The object named does not exist, or the session is in no state to do it. */
        NOT_POSSIBLE
    }

    private final Kind kind;
    private final transient Failure failure;

    private Refusal(Kind kind, Failure failure) {
        super(failure.message());
        this.kind = kind;
        this.failure = failure;
    }

    /** @param hint what to type instead */
    public static Refusal of(Kind kind, String message, String hint) {
        return new Refusal(kind, Failure.of(message).withHint(hint));
    }

    /** @param position the character of the statement that is meant, counted from 1 */
    public static Refusal at(int position, Kind kind, String message, String hint) {
        return new Refusal(kind, new Failure(null, message, null, hint, position, null));
    }

    public static Refusal usage(String message, String hint) {
        return of(Kind.USAGE, message, hint);
    }

    public Kind kind() {
        return kind;
    }

    public Failure failure() {
        return failure;
    }
}
