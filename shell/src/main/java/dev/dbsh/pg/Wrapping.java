package dev.dbsh.pg;

import dev.dbsh.pg.wire.Request;
import java.util.HashSet;
import java.util.Set;

/**
 * What typed statements are sent in: a transaction, and a question behind each of them that the server answers before it
 * goes on. Where others come next in the same request the question is one that fails when they must not run.
 *
 * <p>The questions are kept under names, as reading them costs more than many a statement does. A function can make the
 * server forget them, so each of these is asked below a savepoint.
 */
final class Wrapping {
    /** What the server says when one of the questions fails by itself. */
    static final String HIT = "22012";
    /** What it says when the question was forgotten. */
    static final String FORGOTTEN = "26000";

    private static final Sql UNWRITTEN = Sql.of(Wrapping.class, "still-unwritten.sql");
    private static final Sql READ_ONLY = Sql.of(Wrapping.class, "still-read-only.sql");
    private static final Sql READABLE = Sql.of(Wrapping.class, "still-readable.sql");

    private static final String SAVEPOINT = "SAVEPOINT dbsh";
    private static final String BACK = "ROLLBACK TO SAVEPOINT dbsh";
    private static final String RELEASE = "RELEASE SAVEPOINT dbsh";

    // Not to be known beforehand: a function could have been written to answer in their place.
    private final String mark = "dbsh " + Long.toHexString(System.nanoTime());
    private final Set<String> kept = new HashSet<>();
    private boolean keeping;

    /** What each statement stands in. */
    enum Frame {
        /** A transaction of its own that may not write. */
        READ_ONLY,
        /** A transaction of its own, of which it is known before its COMMIT whether it wrote. */
        WATCHED,
        /** The operator's transaction. */
        OPEN;

        Following.Stretch stretch() {
            return this == WATCHED ? Following.Stretch.TO_CHANGE : Following.Stretch.ALL;
        }
    }

    /** Keeps questions from now on, until {@link #forget}. */
    void keep() {
        keeping = true;
    }

    /** Something else is run, or has failed, and nothing may be kept any more. */
    void forget() {
        keeping = false;
        kept.clear();
    }

    /** Adds a statement that is the last one of its request. */
    void last(Frame frame, String sql, Request request) {
        switch (frame) {
            case READ_ONLY -> request.command("BEGIN READ ONLY").query(sql).command("COMMIT");
            case WATCHED -> {
                request.command("BEGIN").query(sql);
                if (keeping) {
                    ask(mark + " written", CommitPoint.WRITTEN, request.command(SAVEPOINT));
                } else {
                    request.query(CommitPoint.WRITTEN.text());
                }
            }
            case OPEN -> request.query(sql);
        }
    }

    /** True when there is an answer to a savepoint before the one to the question. */
    boolean isKeeping() {
        return keeping;
    }

    /** Adds a statement with others behind it. */
    void followed(Frame frame, String sql, Request request) {
        switch (frame) {
            case READ_ONLY -> request.command("BEGIN READ ONLY").query(sql);
            case WATCHED -> request.command("BEGIN").query(sql);
            case OPEN -> request.query(sql);
        }
        ask(mark + " still " + frame, still(frame), request.command(SAVEPOINT));
        request.command(frame == Frame.OPEN ? RELEASE : "COMMIT");
    }

    private static Sql still(Frame frame) {
        return switch (frame) {
            case READ_ONLY -> READ_ONLY;
            case WATCHED -> UNWRITTEN;
            case OPEN -> READABLE;
        };
    }

    private void ask(String name, Sql question, Request request) {
        if (kept.add(name)) {
            request.keep(name, question.text());
        }
        request.kept(name);
    }

    /** What goes back to before a question that has failed, and on from there. */
    Request goingOn(Frame frame) {
        Request request = new Request().command(BACK);
        return switch (frame) {
            case READ_ONLY -> request.command("COMMIT");
            case WATCHED -> request.query(CommitPoint.WRITTEN.text());
            case OPEN -> request.command(RELEASE);
        };
    }
}
