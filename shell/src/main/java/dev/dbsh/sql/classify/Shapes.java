package dev.dbsh.sql.classify;

import dev.dbsh.sql.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statements of PostgreSQL. */
public final class Shapes {
    private static final Map<String, List<Shape>> BY_FIRST_WORD = byFirstWord();

    private Shapes() {}

    /** The words that a statement can begin with, in lower case. */
    public static Set<String> firstWords() {
        return BY_FIRST_WORD.keySet();
    }

    /** The first one that fits, with the reader behind its words and names; null when none does. */
    static @Nullable Shape match(TokenReader at, Captures captures) {
        Token first = at.token();
        if (first.kind() != Token.Kind.WORD) {
            return null;
        }
        for (Shape shape : BY_FIRST_WORD.getOrDefault(first.name(), List.of())) {
            if (shape.pattern().match(at, captures)) {
                return shape;
            }
        }
        return null;
    }

    private static Map<String, List<Shape>> byFirstWord() {
        Map<String, List<Shape>> shapes = new LinkedHashMap<>();
        for (List<String> line : Table.read("statements.txt")) {
            Shape shape = Shape.parse(line);
            for (String word : shape.pattern().firstWords()) {
                shapes.computeIfAbsent(word, key -> new ArrayList<>()).add(shape);
            }
        }
        return new HashMap<>(shapes);
    }
}
