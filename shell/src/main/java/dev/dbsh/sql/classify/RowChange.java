package dev.dbsh.sql.classify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An INSERT, UPDATE, DELETE or MERGE, as a statement of its own or inside WITH. */
final class RowChange {
    private final Shape shape;
    private final NamedObject target;
    private boolean condition;
    private boolean overwrites;

    private RowChange(Shape shape, NamedObject target) {
        this.shape = shape;
        this.target = target;
    }

    /** True when one begins here; a column of that name, as in {@code AS (update text)}, is none. */
    static boolean begins(TokenReader at) {
        TokenReader ahead = at.rest();
        Shape shape = Shapes.match(ahead, new Captures());
        if (shape == null || shape.inside() != Inside.CHANGE) {
            return false;
        }
        return !shape.kind().equals("UPDATE") || hasSet(ahead);
    }

    private static boolean hasSet(TokenReader at) {
        while (!at.atEnd() && !TokenReader.isClosing(at.token())) {
            if (at.isWord("set")) {
                return true;
            }
            at.skip();
        }
        return false;
    }

    /** Takes note of it and moves behind the name of its table; null, and no move, when none begins here. */
    static @Nullable RowChange read(Reading reading, TokenReader at) {
        Captures captures = new Captures();
        Shape shape = Shapes.match(at, captures);
        if (shape == null || shape.inside() != Inside.CHANGE) {
            return null;
        }
        NamedObject target = captures.all().get(0);
        reading.findings().add(shape.reason());
        reading.findings().add(target);
        Shape.LockRule.on(captures, shape.locks()).forEach(reading.findings()::add);
        return new RowChange(shape, target);
    }

    void hasCondition() {
        condition = true;
    }

    /** INSERT ... ON CONFLICT DO UPDATE. */
    void overwrites() {
        overwrites = true;
    }

    /** Says what it can destroy, now that all of it is read. */
    void finish(Findings findings) {
        boolean conditional = shape.kind().equals("UPDATE") || shape.kind().equals("DELETE");
        if (conditional && !condition) {
            findings.add(new Loss(Destruction.D4, List.of(target), true));
        } else {
            findings.add(new Loss(overwrites ? Destruction.D3 : shape.destruction(), List.of(), false));
        }
    }
}
