package dev.dbsh.console;

/**
 * Something that Tab may put in place of the word before the cursor.
 *
 * @param text as it is inserted
 * @param ended true when the word is complete with it, so that a blank follows
 */
record Offer(String text, boolean ended) {

    static Offer word(String text) {
        return new Offer(text, true);
    }
}
