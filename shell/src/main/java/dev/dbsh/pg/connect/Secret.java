package dev.dbsh.pg.connect;

import java.util.Arrays;

/** A password: no text form shows it, and its characters can be wiped. */
public final class Secret {
    private final char[] characters;

    /** Keeps the array itself, so that wiping it leaves no copy behind. */
    Secret(char[] characters) {
        this.characters = characters;
    }

    static Secret of(String text) {
        return new Secret(text.toCharArray());
    }

    char[] copy() {
        return characters.clone();
    }

    public void wipe() {
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return "***";
    }
}
