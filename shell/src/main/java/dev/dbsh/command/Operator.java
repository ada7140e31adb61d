package dev.dbsh.command;

/** Whom a command asks before it goes on: the person at the terminal, or what a call without one was given. */
public interface Operator {

    /**
     * Asks, and waits as long as the question does.
     *
     * @return one of the question's answers, or what it takes otherwise
     * @throws Refusal when a person is needed and none is there
     */
    String ask(Question question);

    /** True when somebody looks at what is shown, and can be asked anything. */
    boolean isPerson();

    /** True when the answer was the one that the question asks for. */
    default boolean confirms(Question question) {
        return question.answers().contains(ask(question));
    }
}
