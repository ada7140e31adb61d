package dev.dbsh.pg.connect;

/** What was typed to say where to connect makes no sense: exit code 64. Never holds a password. */
public final class InvalidConnection extends RuntimeException {
    private final String hint;

    InvalidConnection(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    /** What to type instead. */
    public String hint() {
        return hint;
    }
}
