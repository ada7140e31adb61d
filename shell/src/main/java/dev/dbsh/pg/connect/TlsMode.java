package dev.dbsh.pg.connect;

/** {@code sslmode}, weakest first. */
enum TlsMode {
    DISABLE("disable"),
    ALLOW("allow"),
    PREFER("prefer"),
    REQUIRE("require"),
    VERIFY_CA("verify-ca"),
    VERIFY_FULL("verify-full");

    private final String word;

    TlsMode(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    boolean isRequired() {
        return compareTo(REQUIRE) >= 0;
    }

    boolean verifies() {
        return compareTo(VERIFY_CA) >= 0;
    }

    static TlsMode of(String word) {
        for (TlsMode mode : values()) {
            if (mode.word.equals(word)) {
                return mode;
            }
        }
        throw new IllegalArgumentException(word);
    }
}
