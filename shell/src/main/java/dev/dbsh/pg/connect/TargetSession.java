package dev.dbsh.pg.connect;

/** {@code target_session_attrs}: which kind of server will do. */
enum TargetSession {
    ANY("any"),
    READ_WRITE("read-write"),
    READ_ONLY("read-only"),
    PRIMARY("primary"),
    STANDBY("standby"),
    PREFER_STANDBY("prefer-standby");

    private final String word;

    TargetSession(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** Judged by what the server sets by itself, so our own read-only default must not be in force yet. */
    boolean dependsOnReadOnlyDefault() {
        return this == READ_WRITE || this == READ_ONLY;
    }

    static TargetSession of(String word) {
        for (TargetSession session : values()) {
            if (session.word.equals(word)) {
                return session;
            }
        }
        throw new IllegalArgumentException(word);
    }
}
