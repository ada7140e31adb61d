package dev.dbsh.lock;

import java.util.Locale;

/** The least that ends what a session holds, of what does. */
enum Action {
    /** Stop its statement. */
    CANCEL,
    /** End the session: it runs no statement that could be stopped. */
    TERMINATE,
    ROLLBACK_PREPARED,
    /** It goes by itself, or comes back. */
    WAIT,
    NONE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What to do about it.
     *
     * @param freed how many sessions go on when it ends
     */
    static Action on(Party party, boolean inCircle, boolean advisory, int freed) {
        if (party.isPrepared()) {
            return freed > 0 ? ROLLBACK_PREPARED : NONE;
        }
        if (party.own() || (freed == 0 && party.waitsFor() == null)) {
            return NONE;
        }
        Backend backend = party.backend();
        if (inCircle || freed == 0 || !backend.isClient()) {
            return WAIT;
        }
        if (party.waitsFor() != null) {
            return CANCEL;
        }
        return backend.isIdle() || backend.state() == null || advisory ? TERMINATE : CANCEL;
    }
}
