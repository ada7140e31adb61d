package dev.dbsh.command;

/**
 * One word of a command line.
 *
 * @param text what was meant, without the quotes that only group
 * @param raw as typed: double quotes kept, since in a name they mean exact case
 * @param start where it begins in the line, counted from 0
 */
public record Word(String text, String raw, int start) {

    /** A word that comes from the operating system, where the caller's shell has dealt with the quotes. */
    public static Word given(String text) {
        return new Word(text, text, 0);
    }

    String as(Parameter.Takes takes) {
        return takes == Parameter.Takes.NAME ? raw : text;
    }
}
