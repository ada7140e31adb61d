package dev.dbsh.console.cursor;

import dev.dbsh.sql.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands between one pair of brackets, or outside of all. Brackets may be open or closed too often. */
final class Level {
    private static final Node NOTHING = Node.sign("");

    private final @Nullable Level outer;
    private final List<Node> nodes = new ArrayList<>();
    private int cursor;

    private Level(@Nullable Level outer) {
        this.outer = outer;
    }

    /** The level that the cursor is in. */
    static Level around(List<Token> before, List<Token> after) {
        Level here = add(before, new Level(null));
        for (Level level = here; level != null; level = level.outer) {
            level.cursor = level.nodes.size() - (level == here ? 0 : 1);
        }
        add(after, here);
        return here;
    }

    @Nullable
    Level outer() {
        return outer;
    }

    /** How many nodes there are before the one that the cursor is in, or that it stands before. */
    int cursor() {
        return cursor;
    }

    int size() {
        return nodes.size();
    }

    /** The node at that place; a sign of nothing outside. */
    Node node(int at) {
        return at < 0 || at >= nodes.size() ? NOTHING : nodes.get(at);
    }

    /** The last place of that word from {@code start} to before {@code end}; negative when it is not there. */
    int last(String word, int start, int end) {
        int at = end - 1;
        while (at >= start && !node(at).is(word)) {
            at--;
        }
        return at < start ? -1 : at;
    }

    /** The nodes before {@code end} as words for rules, each with a blank behind it. */
    String sketch(int end) {
        StringBuilder words = new StringBuilder();
        for (Node node : nodes.subList(0, end)) {
            words.append(node.sketch()).append(' ');
        }
        return words.toString();
    }

    private static Level add(List<Token> tokens, Level start) {
        Level level = start;
        int at = 0;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (token.isSymbol("(") || token.isSymbol("[")) {
                Level inside = new Level(level);
                level.nodes.add(Node.group(inside));
                level = inside;
                at++;
            } else if (token.isSymbol(")") || token.isSymbol("]")) {
                level = level.outer == null ? level : level.outer;
                at++;
            } else {
                int end = nameEnd(tokens, at);
                level.nodes.add(node(tokens.subList(at, end)));
                at = end;
            }
        }
        return level;
    }

    /** Where the name that begins there ends, with all that its dots connect. */
    private static int nameEnd(List<Token> tokens, int start) {
        int end = start + 1;
        while (isPart(tokens.get(end - 1))
                && end + 1 < tokens.size()
                && tokens.get(end).isSymbol(".")
                && (isPart(tokens.get(end + 1)) || tokens.get(end + 1).isSymbol("*"))) {
            end += 2;
        }
        return end;
    }

    private static boolean isPart(Token token) {
        return token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.QUOTED_NAME;
    }

    private static Node node(List<Token> tokens) {
        Token first = tokens.get(0);
        if (tokens.size() > 1) {
            List<String> names = new ArrayList<>();
            for (int part = 0; part < tokens.size(); part += 2) {
                names.add(tokens.get(part).name());
            }
            return Node.name(names);
        }
        return switch (first.kind()) {
            case WORD -> Node.word(first.name());
            case QUOTED_NAME -> Node.name(List.of(first.name()));
            case SYMBOL -> Node.sign(first.name());
            case STRING -> Node.value(first.name());
            case NUMBER, PARAMETER, UNTERMINATED, GARBAGE -> Node.value("");
        };
    }
}
