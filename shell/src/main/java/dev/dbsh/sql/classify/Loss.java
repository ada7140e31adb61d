package dev.dbsh.sql.classify;

import java.util.ArrayList;
import java.util.List;

/**
 * What a statement can destroy.
 *
 * @param toType the objects whose names are to be typed before it runs; empty when a plain yes is enough
 * @param everyRow true for an UPDATE or DELETE without WHERE
 */
public record Loss(Destruction destruction, List<NamedObject> toType, boolean everyRow) {
    static final Loss NONE = new Loss(Destruction.D0, List.of(), false);

    public Loss {
        toType = List.copyOf(toType);
    }

    Loss and(Loss other) {
        List<NamedObject> all = new ArrayList<>(toType);
        all.addAll(other.toType);
        return new Loss(destruction.or(other.destruction), all, everyRow || other.everyRow);
    }
}
