package dev.dbsh.report;

import java.io.IOException;

/**
 * A value too long to be held in memory. It passes by once, while its row is written: either its beginning is taken or
 * all of it, and only before the next value of the row.
 */
public interface LongText {

    /** Its length in UTF-8. */
    long bytes();

    /** So many of its first characters. */
    String beginning(int characters);

    /** Writes all of it, part by part. */
    void writeTo(Appendable out) throws IOException;
}
