package dev.dbsh.query;

import dev.dbsh.command.Refusal;
import dev.dbsh.pg.Identifier;
import dev.dbsh.sql.Token;
import dev.dbsh.sql.classify.Classified;
import dev.dbsh.sql.classify.SettingChange;
import java.util.List;
import java.util.Set;

/** Refuses, in every mode, what the server would take for something else and what the driver cannot survive. */
final class TextGuard {
    private static final Set<String> UTF8 = Set.of("utf8", "utf-8", "unicode");

    private static final String EXPLAINED =
            "prepare NAME as STATEMENT; set plan_cache_mode = force_generic_plan;" + " explain execute NAME(VALUE);";

    private TextGuard() {}

    // What follows the first one would run without having been looked at.
    static void checkOne(Classified statement) {
        if (statement.isSeveral()) {
            throw Refusal.of(
                    Refusal.Kind.GUARD_RAIL,
                    "this is more than one statement: not sent",
                    "end each with a semicolon outside quotes");
        }
    }

    // The server would cut the name, and may then mean another object.
    static void checkNames(List<Token> tokens) {
        for (Token token : tokens) {
            boolean name = token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.QUOTED_NAME;
            if (name && Identifier.isTooLong(token.name())) {
                throw Refusal.of(
                        Refusal.Kind.GUARD_RAIL,
                        "a name is longer than " + Identifier.MAX_BYTES + " bytes: " + token.name(),
                        "the server would cut it and could mean another object");
            }
        }
    }

    // Nobody gives it a value, and what the server says to that is about messages.
    static void checkParameters(String text, List<Token> tokens, Classified statement) {
        if (statement.keepsParameters()) {
            return;
        }
        for (Token token : tokens) {
            if (token.kind() == Token.Kind.PARAMETER) {
                String parameter = text.substring(token.start(), token.end());
                throw Refusal.at(
                        text.codePointCount(0, token.start()) + 1,
                        Refusal.Kind.NOT_POSSIBLE,
                        "a statement that is typed has no parameters, and " + parameter + " is one: not sent",
                        statement.kind().equals("EXPLAIN")
                                ? EXPLAINED
                                : "type the value in the place of " + parameter
                                        + ", or: prepare NAME as STATEMENT; execute NAME(VALUE);");
            }
        }
    }

    static void checkSettings(Classified statement) {
        for (SettingChange setting : statement.settings()) {
            boolean survives = !setting.name().equals("client_encoding") || UTF8.containsAll(setting.values());
            if (!survives) {
                throw Refusal.of(
                        Refusal.Kind.GUARD_RAIL,
                        "the driver reads UTF8 only, and would end the session",
                        "convert values in the statement: convert_to");
            }
        }
    }
}
