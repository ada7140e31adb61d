package dev.dbsh.sql.classify;

import java.util.List;

/**
 * A statement of which the shape is known and the rest is to be read.
 *
 * @param start where it begins
 * @param at behind its shape
 * @param captures the names in its shape
 */
record Reading(Classifier classifier, Shape shape, int start, TokenReader at, Captures captures, Findings findings) {

    /** Takes over all that the shape alone says. */
    void apply() {
        findings.command(shape.kind(), shape.effect());
        findings.add(shape.reason());
        List<NamedObject> named = captures.all();
        named.forEach(findings::add);
        Shape.LockRule.on(captures, shape.locks()).forEach(findings::add);
        findings.add(shape.block());
        boolean typed = shape.typed() && !named.isEmpty();
        findings.add(
                new Loss(shape.destruction(), typed ? captures.of(named.get(0).type()) : List.of(), false));
    }

    /** The first name in the shape. */
    NamedObject target() {
        return captures.all().get(0);
    }

    /** From its first word on. */
    TokenReader whole() {
        return at.part(start, at.end());
    }

    /** The same from another place on, with findings of its own. */
    Reading apart(int from, Findings other) {
        return new Reading(classifier, shape, from, at, captures, other);
    }

    /** Takes note of the tables that something which is made reads. */
    void readsTables(Classified query) {
        for (NamedObject object : query.objects()) {
            if (object.role() == NamedObject.Role.READ) {
                findings.add(object);
                findings.add(new PredictedLock(LockLevel.ACCESS_SHARE, object));
            }
        }
    }

    void add(Effect effect, UnderReadOnly underReadOnly, String what, String why) {
        findings.add(new Reason(effect, what, underReadOnly, why));
    }
}
