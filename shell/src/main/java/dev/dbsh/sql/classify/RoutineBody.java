package dev.dbsh.sql.classify;

/** {@code BEGIN ATOMIC ... END}: the only semicolons outside parentheses that end no statement. */
final class RoutineBody {
    private RoutineBody() {}

    /** Moves behind the body when a routine with one is defined here; otherwise not at all. */
    static void skip(TokenReader at) {
        int start = at.position();
        Shape shape = Shapes.match(at, new Captures());
        if (shape == null || shape.inside() != Inside.ROUTINE || !find(at)) {
            at.moveTo(start);
        }
    }

    private static boolean find(TokenReader at) {
        while (!at.atEnd() && !at.isSymbol(";")) {
            if (at.takeWords("begin", "atomic")) {
                skipToEnd(at);
                return true;
            }
            at.skip();
        }
        return false;
    }

    // CASE ends with END too.
    private static void skipToEnd(TokenReader at) {
        int depth = 1;
        while (!at.atEnd() && depth > 0) {
            if (at.isWord("case")) {
                depth++;
            } else if (at.isWord("end")) {
                depth--;
            }
            at.skip();
        }
    }
}
