package dev.dbsh.command.condition;

/** Whether a condition holds, as far as that is known. */
public enum Truth {
    YES,
    NO,
    UNKNOWN;

    static Truth of(boolean known) {
        return known ? YES : NO;
    }

    Truth not() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** One that holds is enough, whatever is unknown besides. */
    Truth or(Truth other) {
        if (this == YES || other == YES) {
            return YES;
        }
        return this == UNKNOWN ? this : other;
    }

    Truth and(Truth other) {
        return not().or(other.not()).not();
    }
}
