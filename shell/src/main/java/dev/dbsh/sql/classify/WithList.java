package dev.dbsh.sql.classify;

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

    // Both have lists of columns, and any column may be called as the words behind it.
    private static void skipOrder(TokenReader at) {
        if (at.takeWords("search")) {
            at.take();
            at.takeWords("first");
            at.takeWords("by");
            skipNames(at);
            at.takeWords("set");
            at.take();
        }
        if (at.takeWords("cycle")) {
            skipNames(at);
            at.takeWords("set");
            at.take();
            while (!at.atEnd() && !at.isWord("using")) {
                at.skip();
            }
            at.take();
            at.take();
        }
    }

    private static void skipNames(TokenReader at) {
        do {
            at.take();
        } while (at.takeSymbol(","));
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
