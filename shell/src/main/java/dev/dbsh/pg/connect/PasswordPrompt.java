package dev.dbsh.pg.connect;

import org.jspecify.annotations.Nullable;

/** Asks the operator for a password, without echo. */
@FunctionalInterface
public interface PasswordPrompt {
    /** For jobs: nobody is there. */
    PasswordPrompt NOBODY = words -> null;

    /** The typed password, which the caller wipes; null when nobody is there to type one, empty when whoever is there does not. */
    char @Nullable [] ask(String words);
}
