package dev.dbsh.sql.classify;

import dev.dbsh.sql.Token;
import dev.dbsh.sql.Tokens;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a statement does from its tokens. What it does not know counts as a write that a READ ONLY transaction lets
 * through.
 */
public final class Classifier {
    // EXPLAIN of EXPLAIN of EXPLAIN is nothing that a server runs.
    private static final int DEEPEST = 8;

    private final boolean standardStrings;
    private final KeptStatements kept;
    private final int depth;

    /** For a session that keeps no statements. */
    public Classifier(boolean standardConformingStrings) {
        this(standardConformingStrings, new KeptStatements());
    }

    /** @param kept what EXECUTE and FETCH of this session mean */
    public Classifier(boolean standardConformingStrings, KeptStatements kept) {
        this(standardConformingStrings, kept, 0);
    }

    private Classifier(boolean standardStrings, KeptStatements kept, int depth) {
        this.standardStrings = standardStrings;
        this.kept = kept;
        this.depth = depth;
    }

    /** Classifies one statement, with or without its semicolon; several in one text are a write. */
    public Classified classify(String statement) {
        return classify(Tokens.of(statement, standardStrings));
    }

    /** The same for a text that has been cut into its tokens. */
    public Classified classify(List<Token> tokens) {
        return classify(new TokenReader(tokens));
    }

    KeptStatements kept() {
        return kept;
    }

    /** Classifies a statement that stands inside another one. */
    Classified inside(TokenReader part) {
        return new Classifier(standardStrings, kept, depth + 1).classify(part);
    }

    /** The same, when it stands there as the value of a string. */
    Classified insideText(String text) {
        return inside(new TokenReader(Tokens.of(text, standardStrings)));
    }

    private Classified classify(TokenReader at) {
        while (at.takeSymbol(";")) {
            // an empty statement
        }
        Findings findings = new Findings();
        if (at.atEnd()) {
            return findings.classified();
        }
        TokenReader statement = at.part(at.position(), end(at));
        if (depth > DEEPEST) {
            unknown(statement, findings);
        } else {
            read(statement, findings);
        }
        at.moveTo(statement.end());
        Unreadable.look(at.part(statement.position(), statement.end()), findings);
        refuseMore(at, findings);
        return findings.classified();
    }

    private void read(TokenReader at, Findings findings) {
        int start = at.position();
        Captures captures = new Captures();
        Shape shape = at.isSymbol("(") ? wrappedQuery(at) : Shapes.match(at, captures);
        if (shape == null) {
            unknown(at, findings);
        } else {
            Reading reading = new Reading(this, shape, start, at, captures, findings);
            reading.apply();
            shape.inside().read(reading);
        }
        at.moveTo(start);
    }

    /** The shape of the query that stands in parentheses; null when something else does. */
    private static @Nullable Shape wrappedQuery(TokenReader at) {
        int start = at.position();
        while (at.takeSymbol("(")) {
            // the query may be in any number of them
        }
        Shape shape = Shapes.match(at, new Captures());
        at.moveTo(start);
        return shape != null && shape.inside().isQuery() ? shape : null;
    }

    private static void unknown(TokenReader at, Findings findings) {
        String what = at.token().name().toUpperCase(Locale.ROOT);
        findings.command(what, Effect.WRITES);
        findings.add(new Loss(Destruction.D4, List.of(), false));
        findings.add(new Reason(
                Effect.WRITES,
                what,
                UnderReadOnly.PASSES,
                "begins no statement that dbsh knows, so it counts as a write"));
    }

    private static int end(TokenReader from) {
        TokenReader at = from.rest();
        RoutineBody.skip(at);
        at.skipTo(";");
        return at.position();
    }

    private static void refuseMore(TokenReader at, Findings findings) {
        while (at.takeSymbol(";")) {
            // they end the statement, or nothing
        }
        if (!at.atEnd()) {
            findings.add(Reason.SEVERAL);
        }
    }

    /** The words that a statement can begin with, in lower case. */
    public static List<String> firstWords() {
        return List.copyOf(Shapes.firstWords());
    }

    /** True when a statement can begin with that word, in lower case. */
    public static boolean beginsStatement(String word) {
        return Shapes.firstWords().contains(word);
    }
}
