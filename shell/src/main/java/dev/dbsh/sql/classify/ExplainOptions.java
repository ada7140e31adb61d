package dev.dbsh.sql.classify;

import dev.dbsh.sql.Token;
import java.util.Set;

/** What stands between EXPLAIN and its statement. */
final class ExplainOptions {
    private static final Set<String> ANALYZE = Set.of("analyze", "analyse");
    private static final Set<String> OFF = Set.of("false", "off", "0");
    private static final Set<String> QUERY = Set.of("select", "with", "values", "table");

    private ExplainOptions() {}

    /** Moves behind the options; true when with them the statement runs. */
    static boolean skip(TokenReader at) {
        if (!at.isSymbol("(") || isQuery(at)) {
            boolean runs = isName(at.token(), ANALYZE) && at.token().kind() == Token.Kind.WORD;
            if (runs) {
                at.take();
            }
            at.takeWords("verbose");
            return runs;
        }
        TokenReader options = at.rest();
        at.skip();
        return runs(options.part(options.position() + 1, at.position()));
    }

    private static boolean isQuery(TokenReader at) {
        int ahead = 0;
        while (at.look(ahead).isSymbol("(")) {
            ahead++;
        }
        return isName(at.look(ahead), QUERY);
    }

    // Of the same option twice the server takes the last one; here any one is enough.
    private static boolean runs(TokenReader options) {
        boolean runs = false;
        while (!options.atEnd()) {
            if (isName(options.take(), ANALYZE)) {
                runs |= !OFF.contains(options.token().name());
            }
            options.skipTo(",");
            options.take();
        }
        return runs;
    }

    private static boolean isName(Token token, Set<String> names) {
        return TokenReader.isName(token) && names.contains(token.name());
    }
}
