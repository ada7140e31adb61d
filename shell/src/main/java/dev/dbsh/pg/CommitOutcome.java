package dev.dbsh.pg;

import org.jspecify.annotations.Nullable;

/**
 * What became of a statement, or of the transaction that it was part of, when the connection was lost over it.
 *
 * @param why how that is known, or why it is not
 * @param xid the number of the transaction; null when it had none
 * @param tells the statement that tells it later; empty when it is known
 */
public record CommitOutcome(Word word, String why, @Nullable String xid, String tells) {

    /** In one word. */
    public enum Word {
        /** Nothing of it was sent. */
        NOT_RUN("It was not run:"),
        /** Its COMMIT was not sent, so no server keeps what it did. */
        FAILED("It failed, nothing changed:"),
        /** The server says that it does not keep it. */
        NOT_COMMITTED("It may have run: NOT COMMITTED,"),
        COMMITTED("It may have run: COMMITTED,"),
        /** It may still be kept, or not. */
        STILL_RUNNING("It may have run: STILL RUNNING,"),
        UNKNOWN("It may have run: UNKNOWN,");

        private final String shown;

        Word(String shown) {
            this.shown = shown;
        }
    }

    static CommitOutcome notRun(String why) {
        return new CommitOutcome(Word.NOT_RUN, why, null, "");
    }

    static CommitOutcome failed(String why) {
        return new CommitOutcome(Word.FAILED, why, null, "");
    }

    /** True when nobody knows yet whether it is kept. */
    public boolean isOpen() {
        return word == Word.STILL_RUNNING || word == Word.UNKNOWN;
    }

    /** {@code It may have run: COMMITTED, the server has kept transaction 1880} */
    public String sentence() {
        String told = word.shown + " " + why;
        return tells.isEmpty() ? told : told + "\nthis tells later: " + tells;
    }
}
