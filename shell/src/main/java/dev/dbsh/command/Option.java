package dev.dbsh.command;

import org.jspecify.annotations.Nullable;

/**
 * A switch or a named value of a command.
 *
 * @param name with its dashes: {@code --behind}
 * @param value the value as shown in help; null for a switch
 */
public record Option(
        String name, @Nullable String value, Parameter.Takes takes, Completion completion, String summary) {

    public static Option flag(String name, String summary) {
        return new Option(name, null, Parameter.Takes.TEXT, Completion.NONE, summary);
    }

    public static Option named(String name, String value, Completion completion, String summary) {
        return new Option(name, value, Parameter.Takes.NAME, completion, summary);
    }

    public boolean isFlag() {
        return value == null;
    }

    /** {@code --table T} */
    public String usage() {
        return value == null ? name : name + " " + value;
    }
}
