package dev.dbsh.report;

import java.util.Locale;

/** How a command ended. Whether that ends the process with an error is decided by the command's kind. */
public enum Outcome {
    /** Done, and nothing to report. */
    OK,
    /** Looked, and found something that needs a human. */
    FINDINGS,
    /** Could not look at everything: never counted as fine. */
    UNKNOWN,
    FAILED;

    /** The published word. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome of two parts together: findings win over what could not be seen, a failure over all. */
    public Outcome and(Outcome other) {
        if (this == FAILED || other == FAILED) {
            return FAILED;
        }
        if (this == FINDINGS || other == FINDINGS) {
            return FINDINGS;
        }
        return this == UNKNOWN ? this : other;
    }
}
