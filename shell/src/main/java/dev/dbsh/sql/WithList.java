package dev.dbsh.sql;

import java.util.HashSet;
import java.util.Set;

/** The queries that a statement names before it begins. */
final class WithList {
    private WithList() {}

    /** Moves from behind {@code WITH} to the statement that they are for. */
    static void skip(TokenReader at) {
        at.takeWords("recursive");
        do {
            at.take();
            if (at.isSymbol("(")) {
                at.skip();
            }
            at.takeWords("as");
            at.takeWords("not");
            at.takeWords("materialized");
            at.skip();
            skipOrder(at);
        } while (at.takeSymbol(","));
    }

    // SEARCH ... SET name, CYCLE ... USING name: their lists have commas too.
    private static void skipOrder(TokenReader at) {
        if (at.isWord("search")) {
            skipPast(at, "set");
        }
        if (at.isWord("cycle")) {
            skipPast(at, "using");
        }
    }

    private static void skipPast(TokenReader at, String word) {
        while (!at.atEnd() && !at.isWord(word)) {
            at.skip();
        }
        at.take();
        at.take();
    }

    /** Every name that is given to a query in the text, at any depth. */
    static Set<String> names(TokenReader at) {
        Set<String> names = new HashSet<>();
        for (; !at.atEnd(); at.take()) {
            if (at.isWord("as") && isQueryBehind(at)) {
                names.add(nameBefore(at));
            }
        }
        return names;
    }

    private static boolean isQueryBehind(TokenReader at) {
        int ahead = 1;
        ahead += at.look(ahead).isWord("not") ? 1 : 0;
        ahead += at.look(ahead).isWord("materialized") ? 1 : 0;
        return at.look(ahead).isSymbol("(");
    }

    /** The name before AS, or before the list of columns there. */
    private static String nameBefore(TokenReader at) {
        int back = -1;
        if (at.look(back).isSymbol(")")) {
            while (at.position() + back > 0 && !at.look(back).isSymbol("(")) {
                back--;
            }
            back--;
        }
        return at.look(back).name();
    }
}
