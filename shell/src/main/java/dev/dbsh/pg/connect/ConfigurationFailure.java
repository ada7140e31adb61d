package dev.dbsh.pg.connect;

/** A file, a mode or a policy on this machine forbids the connection: exit code 78. Never holds a password. */
public final class ConfigurationFailure extends RuntimeException {
    private final String hint;

    ConfigurationFailure(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    /** What to type to mend it. */
    public String hint() {
        return hint;
    }
}
