package dev.dbsh.sequence;

/** What a duplicate in a column runs into. */
enum Unique {
    /** An index on the column alone: every duplicate is refused. */
    ALONE,
    /** An index on the column alone that does not reach into the table's children. */
    IN_TABLE,
    /** An index with other columns, with a condition, or over an expression. */
    TOGETHER,
    NONE
}
