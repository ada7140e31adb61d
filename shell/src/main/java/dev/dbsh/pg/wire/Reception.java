package dev.dbsh.pg.wire;

import dev.dbsh.report.Failure;
import java.io.InputStream;
import java.util.List;

/** Takes what the server says of one statement as it comes in, on the thread that waits for the statement. */
public interface Reception {

    void columns(List<ResultColumn> columns);

    /** The row is gone when this returns. */
    void row(ResultRow row);

    /** Something that the server wants to be known, with its severity in {@code where}. */
    void notice(Failure notice);

    /** What was done, in the server's words: {@code INSERT 0 3}. */
    void done(String tag);

    /** A part of what {@code COPY TO STDOUT} gives; the array is used again. */
    void copied(byte[] bytes, int from, int length);

    /** What {@code COPY FROM STDIN} takes; read on a thread of its own, and not closed. */
    InputStream copying();

    /** One of the above has failed: nothing more of the statement is handed over. */
    void failed(RuntimeException e);

    /** Asks for the end of the statement, as the rest of what it gives is not wanted. */
    void stop();
}
