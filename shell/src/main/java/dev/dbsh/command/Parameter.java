package dev.dbsh.command;

/**
 * A word that a command takes by its place.
 *
 * @param name as shown in help, upper case: {@code NAME}
 * @param takes whether a pair of double quotes belongs to the word, as it does in a name
 */
public record Parameter(String name, Presence presence, Takes takes, Completion completion) {

    /** How often the word may stand there. */
    public enum Presence {
        REQUIRED,
        OPTIONAL,
        REPEATED
    }

    /** How quotes in the word are read. */
    public enum Takes {
        /** A name or a pattern of names: double quotes stay, they mean exact case. */
        NAME,
        /** A text: quotes only group. */
        TEXT,
        /** Everything up to the end of the line, as it was typed. */
        REST
    }

    public static Parameter required(String name, Takes takes, Completion completion) {
        return new Parameter(name, Presence.REQUIRED, takes, completion);
    }

    public static Parameter optional(String name, Takes takes, Completion completion) {
        return new Parameter(name, Presence.OPTIONAL, takes, completion);
    }

    String usage() {
        return switch (presence) {
            case REQUIRED -> name;
            case OPTIONAL -> "[" + name + "]";
            case REPEATED -> "[" + name + " ...]";
        };
    }
}
