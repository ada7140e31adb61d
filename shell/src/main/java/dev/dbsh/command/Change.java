package dev.dbsh.command;

import dev.dbsh.report.Report;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a command would change.
 *
 * @param plan what is shown before the question
 * @param question what has to be agreed to; null when there is nothing to agree to, and the plan is all there is to say
 * @param work does it, and looks again at what it is to change before it changes it
 */
public record Change(Report<?> plan, @Nullable Question question, Supplier<Done> work) {

    /** A change that needs nobody's consent, because nothing would be changed. */
    public static Change nothing(Report<?> plan, @Nullable RuntimeException trouble) {
        return new Change(plan, null, () -> new Done(plan, false, trouble));
    }

    /**
     * What became of it.
     *
     * @param changed true when something was changed, whatever went wrong besides
     * @param trouble why not all of it was done, a {@link Refusal} or a failure of the server; null when all was
     */
    public record Done(
            Report<?> report, boolean changed, @Nullable RuntimeException trouble) {}
}
