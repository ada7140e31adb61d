package dev.dbsh.sql.classify;

/**
 * One thing in a statement that has an effect.
 *
 * @param what the command, the function or the setting
 * @param why goes on the sentence that begins with {@code what}
 */
public record Reason(Effect effect, String what, UnderReadOnly underReadOnly, String why) {

    /** More than one statement in one text. */
    static final Reason SEVERAL =
            new Reason(Effect.WRITES, "the text", UnderReadOnly.PASSES, "holds more than one statement");

    static Reason of(Effect effect, String what, UnderReadOnly underReadOnly) {
        return new Reason(effect, what, underReadOnly, effect.words());
    }

    boolean hasEffect() {
        return effect != Effect.READS;
    }
}
