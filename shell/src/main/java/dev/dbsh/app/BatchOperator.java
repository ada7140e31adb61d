package dev.dbsh.app;

import dev.dbsh.command.Operator;
import dev.dbsh.command.Question;
import dev.dbsh.command.Refusal;
import java.util.List;

/**
 * Answers for a call without a person: with what its options said beforehand, and never with more.
 *
 * @param yes {@code --yes} was given
 * @param confirmed the values of {@code --confirm}
 */
record BatchOperator(boolean yes, List<String> confirmed) implements Operator {
    static final BatchOperator NOBODY = new BatchOperator(false, List.of());

    static BatchOperator of(Call call) {
        return new BatchOperator(call.has(CallOption.YES), call.confirmed());
    }

    @Override
    public String ask(Question question) {
        String wanted = question.answers().get(0);
        return switch (question.kind()) {
            case CHOICE -> question.otherwise();
            case PLAIN -> answer(yes, wanted, question, "--yes");
            case TYPED -> answer(confirmed.contains(wanted), wanted, question, "--confirm " + forShell(wanted));
        };
    }

    @Override
    public boolean isPerson() {
        return false;
    }

    private static String answer(boolean given, String wanted, Question question, String option) {
        if (!given) {
            throw Refusal.of(
                    Refusal.Kind.NEEDS_HUMAN,
                    question.words() + ": nobody is there to be asked, nothing was run",
                    option);
        }
        return wanted;
    }

    private static String forShell(String word) {
        boolean plain =
                word.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "_.,:/-".indexOf(c) >= 0));
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
