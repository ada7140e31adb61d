package dev.dbsh.lock;

import java.util.Locale;

/** What a session is told from outside. */
enum Signal {
    /** To give up the statement that it runs. */
    CANCEL("cancelled"),
    /** To end. */
    TERMINATE("ended");

    private final String done;

    Signal(String done) {
        this.done = done;
    }

    /** The command that sends it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What has become of a session that took it. */
    String done() {
        return done;
    }

    /** The statement that sends it, as it could be typed. */
    String statement(int pid) {
        return "select pg_catalog.pg_" + word() + "_backend(" + pid + ")";
    }
}
