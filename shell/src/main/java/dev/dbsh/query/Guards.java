package dev.dbsh.query;

import dev.dbsh.pg.Session;
import dev.dbsh.sql.Token;
import dev.dbsh.sql.Tokens;
import dev.dbsh.sql.classify.Classified;
import dev.dbsh.sql.classify.Classifier;
import dev.dbsh.sql.classify.KeptStatements;
import java.util.List;

/** What every statement has to pass before it is sent. */
final class Guards {
    private final Session session;
    private final KeptStatements kept;

    Guards(Session session, KeptStatements kept) {
        this.session = session;
        this.kept = kept;
    }

    /** Refuses, or says what the statement does. */
    Classified check(String text) {
        Characters.check(text);
        boolean standardStrings = session.standardConformingStrings();
        List<Token> tokens = Tokens.of(text, standardStrings);
        Classified statement = new Classifier(standardStrings, kept).classify(tokens);
        TextGuard.checkOne(statement);
        TextGuard.checkNames(tokens);
        TextGuard.checkParameters(text, tokens, statement);
        TextGuard.checkSettings(statement);
        ReadOnlyGuard.check(statement, session.server());
        return statement;
    }
}
