package dev.dbsh.lock;

/** What is to become, or has become, of a session that somebody wants to signal. */
enum Fate {
    /** It is to be signalled. */
    MEANT,
    /** It was signalled, and has not shown so far that it took it. */
    SENT,
    /** It took the signal. */
    DONE,
    /** It was no longer there. */
    GONE,
    /** There is no need, or no use. */
    LEFT_ALONE,
    REFUSED,
    FAILED;

    String word(Signal signal) {
        return switch (this) {
            case MEANT -> signal.word();
            case SENT -> "sent";
            case DONE -> signal.done();
            case GONE -> "gone";
            case LEFT_ALONE -> "left_alone";
            case REFUSED -> "refused";
            case FAILED -> "failed";
        };
    }

    /** The same in a sentence. */
    String words(Signal signal) {
        return switch (this) {
            case MEANT -> "to " + signal.word();
            case SENT -> "told to, but not " + signal.done() + " yet";
            case GONE -> "already gone";
            case LEFT_ALONE -> "left alone";
            case DONE, REFUSED, FAILED -> word(signal);
        };
    }
}
