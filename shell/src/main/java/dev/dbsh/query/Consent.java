package dev.dbsh.query;

import static java.util.stream.Collectors.joining;

import dev.dbsh.command.Operator;
import dev.dbsh.command.Question;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.TransactionState;
import dev.dbsh.sql.classify.Block;
import dev.dbsh.sql.classify.Classified;
import dev.dbsh.sql.classify.Loss;

/** Whether the operator wants what a statement does, as far as that has to be asked. */
final class Consent {
    private final Session session;
    private final Operator operator;

    Consent(Session session, Operator operator) {
        this.session = session;
        this.operator = operator;
    }

    /** True when it is run first and shown, and kept only then: rows are counted best by changing them. */
    boolean isAskedAfterwards(Classified statement) {
        return operator.isPerson()
                && session.server().mayWrite()
                && session.transaction() == TransactionState.NONE
                && statement.changesRows()
                && statement.block().answer() == Block.Answer.YES;
    }

    /** Asks for the names of what would be lost; true when there are none. */
    boolean isGiven(Classified statement) {
        Loss loss = statement.loss();
        if (loss.toType().isEmpty() || !session.server().mayWrite()) {
            return true;
        }
        String words = loss.everyRow()
                ? statement.kind() + " without WHERE changes every row of " + typed(loss)
                : statement.kind() + " " + typed(loss) + ": what it loses stays lost";
        return operator.confirms(Question.typed(words, typed(loss)));
    }

    /** What has to be typed: the names as they could stand in the statement. */
    static String typed(Loss loss) {
        return loss.toType().stream().map(object -> object.name().toString()).collect(joining(", "));
    }
}
