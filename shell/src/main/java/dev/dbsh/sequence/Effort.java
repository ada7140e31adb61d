package dev.dbsh.sequence;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Option;
import dev.dbsh.command.Progress;
import dev.dbsh.command.Refusal;
import dev.dbsh.pg.Reads;

/**
 * What may be spent on a look at sequences.
 *
 * @param exact whether tables without an index are read however long it takes
 * @param jobs how many connections read at a time
 * @param progress is told how far it is
 */
record Effort(boolean exact, int jobs, Progress progress) {
    static final Option EXACT = Option.flag("--exact", "read tables without an index too, however long it takes");
    static final Option JOBS = Option.named("--jobs", "N", Completion.NONE, "read over N connections at a time");

    static final Effort USUAL = new Effort(false, 1, Progress.UNSEEN);

    private static final int MOST_JOBS = 16;
    // A server with default settings has room for 6400 locks in all, and it is not ours to use up.
    private static final int MOST_LOCKS = 450;
    private static final long MOST_ROWS_WITHOUT_INDEX = 10_000_000;

    static Effort of(Arguments arguments, Progress progress) {
        return new Effort(
                arguments.has(EXACT), arguments.find(JOBS).map(Effort::jobs).orElse(1), progress);
    }

    private static int jobs(String typed) {
        if (typed.matches("[1-9]\\d?") && Integer.parseInt(typed) <= MOST_JOBS) {
            return Integer.parseInt(typed);
        }
        throw Refusal.usage("--jobs takes a number from 1 to " + MOST_JOBS + ", not " + typed, "sequences --jobs 4");
    }

    /** How many locks each connection may hold. */
    int locks() {
        return MOST_LOCKS / jobs;
    }

    boolean reads(long rowsWithoutIndex) {
        return exact || rowsWithoutIndex <= MOST_ROWS_WITHOUT_INDEX;
    }

    /** How a table without an index is read. */
    Reads scans() {
        return exact ? Reads.LONG_SCANS : Reads.SCANS;
    }
}
