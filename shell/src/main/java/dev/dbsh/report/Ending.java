package dev.dbsh.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said after the rows.
 *
 * @param verdict one sentence that makes sense without the rows
 * @param hints commands to type next
 * @param failure present exactly when the outcome is FAILED
 */
public record Ending(
        Outcome outcome,
        String verdict,
        List<String> hints,
        List<Section<?>> sections,
        @Nullable Failure failure) {

    public Ending {
        hints = List.copyOf(hints);
        sections = List.copyOf(sections);
    }

    public static Ending of(Outcome outcome, String verdict) {
        return new Ending(outcome, verdict, List.of(), List.of(), null);
    }

    public static Ending failed(Failure failure) {
        return new Ending(Outcome.FAILED, failure.message(), List.of(), List.of(), failure);
    }

    public Ending withHint(String hint) {
        List<String> more = new ArrayList<>(hints);
        more.add(hint);
        return new Ending(outcome, verdict, more, sections, failure);
    }

    Ending judged(Outcome other, String why) {
        return new Ending(other, verdict + "; " + why, hints, sections, failure);
    }

    public Ending withSection(Section<?> section) {
        List<Section<?>> more = new ArrayList<>(sections);
        more.add(section);
        return new Ending(outcome, verdict, hints, more, failure);
    }
}
