package dev.dbsh.lock;

import java.util.Locale;
import java.util.Optional;

/** The modes of a heavyweight lock, weakest first, and which of them exclude each other. */
enum LockMode {
    ACCESS_SHARE(0, 0b1000_0000),
    ROW_SHARE(1, 0b1100_0000),
    ROW_EXCLUSIVE(2, 0b1111_0000),
    SHARE_UPDATE_EXCLUSIVE(3, 0b1111_1000),
    SHARE(4, 0b1110_1100),
    SHARE_ROW_EXCLUSIVE(5, 0b1111_1100),
    EXCLUSIVE(6, 0b1111_1110),
    ACCESS_EXCLUSIVE(7, 0b1111_1111);

    private final int bit;
    private final int excludes;

    LockMode(int bit, int excludes) {
        this.bit = bit;
        this.excludes = excludes;
    }

    /** By the server's word: {@code AccessShareLock}. */
    static Optional<LockMode> find(String word) {
        for (LockMode mode : values()) {
            if ((mode.name().replace("_", "").toLowerCase(Locale.ROOT) + "lock")
                    .equals(word.toLowerCase(Locale.ROOT))) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }

    boolean excludes(LockMode other) {
        return (excludes >> other.bit & 1) != 0;
    }
}
