package dev.dbsh.sql.classify;

/** The two clauses by which a SELECT does more than to read. */
final class SelectInto {
    /** What follows INTO. */
    static final Pattern TARGET = Pattern.of("[local/global] [temporary/temp/unlogged] [table] <table>");

    /** What follows FOR. */
    static final Pattern ROW_LOCK = Pattern.of("[no] [key] update/share");

    private SelectInto() {}
}
