package dev.dbsh.sql.classify;

import dev.dbsh.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the calls of functions that have effects, wherever they stand. {@code (pid).pg_cancel_backend} is one, and so is
 * {@code g.pg_cancel_backend} where {@code g} is what a function in FROM answers: no text tells that from a column.
 */
final class Calls {
    private final Classifier classifier;
    private final TokenReader at;
    private final Findings findings;

    private Calls(Classifier classifier, TokenReader at, Findings findings) {
        this.classifier = classifier;
        this.at = at;
        this.findings = findings;
    }

    static void read(Classifier classifier, TokenReader at, Findings findings) {
        new Calls(classifier, at, findings).read();
    }

    private void read() {
        for (; !at.atEnd(); at.take()) {
            if (TokenReader.isName(at.token())) {
                EffectFunction function = EffectFunctions.find(at.token().name());
                if (function != null) {
                    look(function);
                }
            }
        }
    }

    private void look(EffectFunction function) {
        if (at.look(1).isSymbol("(")) {
            if (!at.look(-1).isWord("as")) {
                called(function, arguments());
            }
        } else if (at.look(-1).isSymbol(".") && (function.attribute() || isOfAValue(at.look(-2)))) {
            called(function, List.of());
        }
    }

    private static boolean isOfAValue(Token token) {
        return TokenReader.isClosing(token) || token.kind() == Token.Kind.PARAMETER;
    }

    private List<TokenReader> arguments() {
        TokenReader behind = at.rest();
        behind.take();
        int open = behind.position();
        behind.skip();
        TokenReader inner = at.part(open + 1, behind.position() - 1);
        List<TokenReader> arguments = new ArrayList<>();
        while (!inner.atEnd()) {
            int from = inner.position();
            inner.skipTo(",");
            arguments.add(at.part(from, inner.position()));
            inner.take();
        }
        return arguments;
    }

    private void called(EffectFunction function, List<TokenReader> arguments) {
        switch (function.reads()) {
            case NOTHING -> findings.add(function.reason());
            case SETTING -> setting(function, arguments);
            case QUERIES -> queries(function, arguments);
        }
    }

    private void setting(EffectFunction function, List<TokenReader> arguments) {
        String name = arguments.isEmpty() ? null : literal(arguments.get(0));
        String value = arguments.size() < 2 ? null : literal(arguments.get(1));
        SettingChange change = new SettingChange(
                name == null ? SettingChange.UNKNOWN : name.toLowerCase(Locale.ROOT),
                value == null ? List.of() : List.of(value.toLowerCase(Locale.ROOT)));
        findings.add(function.reason());
        Settings.changed(change, findings);
    }

    private void queries(EffectFunction function, List<TokenReader> arguments) {
        boolean other = function.arguments() > 0 && !arguments.isEmpty() && arguments.size() != function.arguments();
        if (other) {
            return;
        }
        for (int place : function.places()) {
            if (arguments.isEmpty() || isQuery(place, arguments)) {
                String query = arguments.isEmpty() ? null : literal(arguments.get(place));
                if (query == null) {
                    findings.add(new Reason(
                            Effect.WRITES,
                            function.name(),
                            UnderReadOnly.PASSES,
                            "runs a query that is not in the statement"));
                } else {
                    classifier.insideText(query).reasons().forEach(findings::add);
                }
            }
        }
    }

    // crosstab takes a number in the place of its second query.
    private static boolean isQuery(int place, List<TokenReader> arguments) {
        return place < arguments.size() && !isNumber(arguments.get(place));
    }

    private static boolean isNumber(TokenReader argument) {
        return argument.token().kind() == Token.Kind.NUMBER && argument.end() - argument.position() == 1;
    }

    /** The value of an argument that is one string and nothing else; null for every other one. */
    private static @Nullable String literal(TokenReader argument) {
        boolean one = argument.end() - argument.position() == 1;
        return one && argument.token().kind() == Token.Kind.STRING
                ? argument.token().name()
                : null;
    }
}
