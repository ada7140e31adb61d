package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dbsh.command.Operator;
import dev.dbsh.command.Question;
import dev.dbsh.command.Refusal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchOperatorTest {
    private static final Question PLAIN = Question.plain("12 sequences are moved");

    @Test
    void yesAnswersPlainQuestionsOnly() {
        Operator yes = new BatchOperator(true, List.of());

        assertThat(yes.confirms(PLAIN)).isTrue();
        assertThat(refusal(yes, Question.typed("every row of orders is deleted", "orders")))
                .isEqualTo("""
                NEEDS_HUMAN
                every row of orders is deleted: nobody is there to be asked, nothing was run
                --confirm orders""");
    }

    @Test
    void confirmAnswersExactlyItsValue() {
        Operator confirmed = new BatchOperator(false, List.of("orders", "Order Lines"));

        assertThat(confirmed.confirms(Question.typed("gone", "orders"))).isTrue();
        assertThat(confirmed.confirms(Question.typed("gone", "Order Lines"))).isTrue();
        assertThat(refusal(confirmed, Question.typed("gone", "Orders"))).endsWith("\n--confirm Orders");
        assertThat(refusal(confirmed, PLAIN)).endsWith("\n--yes");
    }

    @Test
    void whatIsToBeTypedCanBePastedIntoAShell() {
        assertThat(refusal(BatchOperator.NOBODY, Question.typed("gone", "it's a \"Line\"")))
                .endsWith("\n--confirm 'it'\\''s a \"Line\"'");
    }

    @Test
    void aChoiceIsNobodysAndEndsAsItSays() {
        Question keep = Question.choice("3 rows", List.of("commit", "rollback"), "rollback", Duration.ofDays(1));

        assertThat(new BatchOperator(true, List.of("commit")).ask(keep)).isEqualTo("rollback");
    }

    private static String refusal(Operator operator, Question question) {
        Refusal[] refused = new Refusal[1];
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> operator.ask(question))
                .satisfies(e -> refused[0] = e);
        return refused[0].kind() + "\n" + refused[0].failure().message() + "\n"
                + refused[0].failure().hint();
    }
}
