package dev.dbsh.sql.classify;

/**
 * Whether a statement can run in a transaction block.
 *
 * @param why empty when it can; what it depends on, or that the server refuses it with 25001
 */
public record Block(Answer answer, String why) {
    static final Block YES = new Block(Answer.YES, "");

    /** What is known from the text alone. */
    public enum Answer {
        YES,
        MAYBE,
        NO
    }

    static Block refused(String what) {
        return new Block(Answer.NO, what + " cannot run inside a transaction block: 25001");
    }

    /** Reads {@code yes}, {@code no} and {@code maybe: what it depends on}. */
    static Block parse(String text, String kind) {
        if (text.equals("yes")) {
            return YES;
        }
        return text.equals("no") ? refused(kind) : new Block(Answer.MAYBE, Table.after("maybe:", text));
    }

    /** Of two statements that run as one, the one that runs in fewer blocks counts. */
    Block and(Block other) {
        return other.answer.compareTo(answer) > 0 ? other : this;
    }
}
