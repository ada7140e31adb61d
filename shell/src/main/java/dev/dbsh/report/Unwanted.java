package dev.dbsh.report;

/** Nobody wants the rest of a report: the reader has left it. Nothing has failed. */
public final class Unwanted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unwanted() {
        super("the rest of the report is not wanted", null, false, false);
    }
}
