package dev.dbsh.sql.classify;

import dev.dbsh.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the beginning of a statement has to look like: words, {@code a/b} for one of several, {@code [optional]} parts,
 * {@code <name>} and {@code <names*>}, and {@code ...} for anything up to what follows.
 */
final class Pattern {
    private static final Step END = (at, captures) -> true;

    private final Step first;
    private final Set<String> firstWords;

    private Pattern(Step first, Set<String> firstWords) {
        this.first = first;
        this.firstWords = firstWords;
    }

    static Pattern of(String text) {
        List<String> elements = elements(text);
        return new Pattern(steps(elements, END), Set.of(elements.get(0).split("/")));
    }

    /** The words of which one comes first. */
    Set<String> firstWords() {
        return firstWords;
    }

    /** True when it fits; then the reader stands behind it, otherwise where it was. */
    boolean match(TokenReader at, Captures captures) {
        int from = at.position();
        int known = captures.size();
        if (first.match(at, captures)) {
            return true;
        }
        at.moveTo(from);
        captures.cutTo(known);
        return false;
    }

    /** One element together with all that follow it. */
    @FunctionalInterface
    private interface Step {
        boolean match(TokenReader at, Captures captures);

        /** The same, but leaving no trace when it does not fit. */
        default boolean tries(TokenReader at, Captures captures) {
            int from = at.position();
            int known = captures.size();
            boolean fits = match(at, captures);
            if (!fits) {
                at.moveTo(from);
                captures.cutTo(known);
            }
            return fits;
        }
    }

    /** Words, {@code <..>} and the two brackets; what stands in angles may have blanks. */
    private static List<String> elements(String text) {
        List<String> elements = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            if (c == '<') {
                end = text.indexOf('>', at) + 1;
            } else if (c != ' ' && c != '[' && c != ']') {
                while (end < text.length() && " []<".indexOf(text.charAt(end)) < 0) {
                    end++;
                }
            }
            if (c != ' ') {
                elements.add(text.substring(at, end));
            }
            at = end;
        }
        return elements;
    }

    private static Step steps(List<String> elements, Step then) {
        if (elements.isEmpty()) {
            return then;
        }
        String element = elements.get(0);
        if (element.equals("[")) {
            int close = closing(elements);
            Step after = steps(elements.subList(close + 1, elements.size()), then);
            Step with = steps(elements.subList(1, close), after);
            return (at, captures) -> with.tries(at, captures) || after.match(at, captures);
        }
        return step(element, steps(elements.subList(1, elements.size()), then));
    }

    private static int closing(List<String> elements) {
        int depth = 0;
        for (int i = 0; i < elements.size(); i++) {
            depth += elements.get(i).equals("[") ? 1 : elements.get(i).equals("]") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalStateException("a bracket is not closed: " + elements);
    }

    private static Step step(String element, Step then) {
        if (element.equals("...")) {
            return (at, captures) -> skipping(then, at, captures);
        }
        if (element.charAt(0) == '<') {
            boolean list = element.endsWith("*>");
            String type = element.substring(1, element.length() - (list ? 2 : 1));
            return (at, captures) ->
                    (list ? names(type, at, captures) : name(type, at, captures)) && then.match(at, captures);
        }
        if (element.equals("(")) {
            return (at, captures) -> at.takeSymbol("(") && then.match(at, captures);
        }
        Set<String> words = Set.of(element.split("/"));
        return (at, captures) -> {
            Token token = at.take();
            return token.kind() == Token.Kind.WORD && words.contains(token.name()) && then.match(at, captures);
        };
    }

    private static boolean skipping(Step then, TokenReader at, Captures captures) {
        while (!at.atEnd()) {
            if (then.tries(at, captures)) {
                return true;
            }
            at.skip();
        }
        return false;
    }

    private static boolean name(String type, TokenReader at, Captures captures) {
        ObjectName name = at.takeName();
        if (name == null) {
            return false;
        }
        captures.add(type, name);
        return true;
    }

    // Between the names stand ONLY, the arguments of functions, and the star that means the children too.
    private static boolean names(String type, TokenReader at, Captures captures) {
        do {
            if (at.isWord("only")
                    && (TokenReader.isName(at.look(1)) || at.look(1).isSymbol("("))) {
                at.take();
            }
            boolean wrapped = at.takeSymbol("(");
            if (!name(type, at, captures)) {
                return false;
            }
            if (wrapped) {
                at.takeSymbol(")");
            } else if (at.isSymbol("(")) {
                at.skip();
            }
            at.takeSymbol("*");
        } while (at.takeSymbol(","));
        return true;
    }
}
