package dev.dbsh.command;

import java.util.function.Consumer;

/** Runs what was typed, whole: SQL up to its semicolon, or one line that is a command. */
public interface Interpreter {

    /**
     * What has to be typed before {@link #run}, by the sign in psql's prompt: {@code -} for the end of a statement, else what
     * is open, {@code ' " $ * (} or {@code >} for data; empty when nothing has.
     */
    String missing(String text);

    /**
     * Runs the text and writes its reports; a failure is written too, never thrown.
     *
     * @return the exit code that the text would end a batch call with
     */
    int run(String text);

    /** True once {@code quit} was run. */
    boolean isLeaving();

    /**
     * Stops what the server runs now, and harder each time it is called for the same statement; false when nothing runs.
     * From any thread.
     *
     * @param says takes what a person should know meanwhile, line by line
     */
    boolean stop(Consumer<String> says);
}
